import { useState } from 'react';
import * as m from '#messages';
import type { ServiceProduct, ServiceType } from '#contract/service-requests-catalogue.ts';
import { ChevronDownIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import type { Branch, Leaf } from './branches.ts';
import classes from './care.module.css';
import { promiseWords } from './words.ts';

type Acts = {
  /** Whether its products stand open unless somebody closed them. */
  open: boolean;
  editable: boolean;
  onEditProduct: (product: ServiceProduct) => void;
  onRemoveProduct: (product: ServiceProduct) => void;
};
type Props = Acts & { branch: Branch; onEditCategory: () => void; onRemoveCategory: () => void };

/** A category, the center that does its work, and its products. */
export function CatalogueBranch({ branch, onEditCategory, onRemoveCategory, ...acts }: Props) {
  const { category, products } = branch;
  const title = category?.name ?? m.care_category_none();
  return (
    <section aria-label={title} className={classes.branch}>
      <div className={classes.row} data-kind="category">
        <h3 className={classes.heading}>
          <bdi title={title}>{title}</bdi>
        </h3>
        <span className={classes.dim}>{category?.center.name ?? m.care_category_none_text()}</span>
        {category && acts.editable && (
          <RowButtons name={title} onEdit={onEditCategory} onHide={onRemoveCategory} />
        )}
      </div>
      {products.length === 0 && <p className={classes.hint}>{m.care_products_none()}</p>}
      <ul className={classes.products}>
        {products.map((leaf) => (
          <ProductRow key={leaf.product.id} leaf={leaf} {...acts} />
        ))}
      </ul>
    </section>
  );
}

function ProductRow({ leaf, open, editable, onEditProduct, onRemoveProduct }: Acts & { leaf: Leaf }) {
  const { product, types } = leaf;
  const [turned, setTurned] = useState(false);
  const shown = open !== turned;
  return (
    <li>
      <div className={classes.row}>
        <button
          type="button"
          className={classes.open}
          aria-expanded={shown}
          onClick={() => setTurned(!turned)}
        >
          <ChevronDownIcon size={15} />
          <bdi className={classes.name} title={product.name}>
            {product.name}
          </bdi>
        </button>
        <span className={classes.dim}>{m.care_types_count({ count: types.length })}</span>
        {editable && (
          <RowButtons
            name={product.name}
            onEdit={() => onEditProduct(product)}
            onHide={() => onRemoveProduct(product)}
          />
        )}
      </div>
      {shown && types.length > 0 && (
        <ul className={classes.types}>
          {types.map((type) => (
            <li key={type.id} className={classes.row} data-off={!type.active || undefined}>
              <TextLink
                to="/settings"
                search={{ tab: 'requests', type: type.id }}
                className={classes.name}
                title={type.name}
              >
                <bdi>{type.name}</bdi>
              </TextLink>
              <span className={classes.dim}>{lineOf(type)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const lineOf = (type: ServiceType) =>
  [
    !type.active && m.care_off(),
    promiseWords(type),
    type.approval && m.care_needs_approval(),
    type.fields.length > 0 && m.care_questions_count({ count: type.fields.length }),
  ]
    .filter(Boolean)
    .join(' · ');
