// What assets and models are brought in from. The headings of GET /assets.csv and of Snipe-IT are among the names.

/** Whether a model, and its type, is made when there is none yet. */
export const newModels = ['create', 'refuse'] as const;
/** What becomes of a row whose person or space is not there. */
export const unknownPlaces = ['refuse', 'leave-out'] as const;
/** What becomes of columns that are no field's: nothing, or attributes of the asset under their headers. */
export const otherColumns = ['drop', 'keep'] as const;
/** What GET /assets.csv writes that is the register's own, and never an attribute. */
export const onlyExported: readonly string[] = ['id', 'last seen', 'seen by', 'added'];

export const assetFields = [
  { name: 'localUID', also: ['assettag', 'tag', 'localid', 'assetnumber', 'inventorynumber', 'barcode'] },
  { name: 'serialNumber', also: ['serial', 'serialno', 'sn'] },
  { name: 'name', also: ['itemname', 'assetname', 'devicename', 'asset'] },
  { name: 'model', required: true, also: ['modelname', 'assetmodel', 'product'] },
  { name: 'modelNumber', also: ['modelno', 'partnumber', 'sku'] },
  { name: 'manufacturer', also: ['maker', 'make', 'brand'] },
  { name: 'type', also: ['category', 'assettype', 'devicetype', 'assetcategory'] },
  {
    name: 'ownerEmail',
    also: ['checkedouttoemail', 'email', 'useremail', 'assignedtoemail', 'emailaddress', 'mail'],
  },
  {
    name: 'ownerEmployeeId',
    also: ['checkedouttoemployeenumber', 'employeeid', 'employeenumber', 'staffid'],
  },
  { name: 'ownerUserName', also: ['checkedouttousername', 'username', 'user', 'login'] },
  { name: 'ownerName', also: ['owner', 'checkedoutto', 'assignedto', 'fullname', 'checkedouttofullname'] },
  { name: 'building', also: ['buildingname', 'buildingcode'] },
  { name: 'floor', also: ['floorname', 'storey'] },
  { name: 'space', also: ['checkedouttolocation', 'room', 'spacename', 'roomname', 'roomnumber', 'desk'] },
  { name: 'spaceId', also: ['roomid'] },
  { name: 'location', also: ['defaultlocation', 'locationname', 'site', 'place'] },
  { name: 'status', also: ['statuslabel', 'statusname', 'assetstatus'] },
  { name: 'condition', also: [] },
  { name: 'active', also: ['inuse'] },
  { name: 'managed', also: [] },
  { name: 'boxLength', also: [] },
  { name: 'titleLocation', also: [] },
  { name: 'attributes', also: ['otherattributes'] },
  { name: 'newModels', also: [], choices: newModels },
  { name: 'unknownPlaces', also: [], choices: unknownPlaces },
  { name: 'otherColumns', also: [], choices: otherColumns },
] as const;

export const modelFields = [
  { name: 'model', required: true, also: ['name', 'modelname', 'assetmodel', 'product'] },
  { name: 'manufacturer', also: ['maker', 'make', 'brand', 'vendor'] },
  { name: 'modelNumber', also: ['modelno', 'partnumber', 'sku'] },
  { name: 'type', required: true, also: ['category', 'assettype', 'devicetype', 'assetcategory'] },
  { name: 'description', also: ['modelnotes', 'notes', 'comments'] },
  { name: 'newModelTypes', also: [], choices: newModels },
] as const;
