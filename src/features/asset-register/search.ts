import { type AssetCondition, assetConditions } from '#src/directory/asset-condition.tsx';
