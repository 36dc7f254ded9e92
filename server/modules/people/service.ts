/** What other modules may ask of the directory. */
export { countUsers, listUsers } from './repository.ts';
export { listWayUp } from './chart-repository.ts';
export { colorOf, createUser } from './create-user.ts';
export { letManage, placePeople, rehang } from './place-people.ts';
export { takeOut } from './remove-user.ts';
export { defaultUserType } from './write-repository.ts';
