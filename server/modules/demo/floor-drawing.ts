import type { Space } from './places.ts';

type Box = { x: number; y: number; width: number; height: number };
type Corners = [number, number][];
export type DrawnFloor = {
  /** As the sanitiser would leave it, so that it may be stored as it is. */
  svg: string;
  width: number;
  height: number;
  /** By position of the space in the list given. */
  shapes: Corners[];
};

/** A unit is a decimetre. */
const WIDTH = 480;
const MARGIN = 10;
const ROOM_DEPTH = 60;
const CORRIDOR = 22;
const DESK = { width: 18, height: 12 };
const BAY = { width: 25, height: 50 };
const DESK_STEP = 2 * DESK.width + 14;
const BAYS_A_ROW = Math.floor((WIDTH - 2 * CORRIDOR) / BAY.width);
const CLUSTERS_A_ROW = Math.floor((WIDTH - 2 * CORRIDOR) / DESK_STEP);

/** Share of the façade that a room wants. */
const widthOf = ({ kind, capacity }: Space) =>
  ({ office: 34, team: 70, meeting: 30 + 2.5 * capacity, booth: 16, service: 50, desk: 0, parking: 0 })[kind];
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const round = (value: number) => Math.round(value * 10) / 10;

/** Rooms side by side, as wide as the house. */
function alongFacade(rooms: readonly Space[], top: number, put: (space: Space, box: Box) => void) {
  const stretch = WIDTH / sum(rooms.map(widthOf));
  let x = MARGIN;
  for (const room of rooms) {
    const width = widthOf(room) * stretch;
    put(room, { x, y: top, width, height: ROOM_DEPTH });
    x += width;
  }
}

/** The first so many rooms that take half of the length there is to give. */
function halved(rooms: readonly Space[]): [Space[], Space[]] {
  const half = sum(rooms.map(widthOf)) / 2;
  let taken = 0;
  const north = rooms.filter((room) => (taken += widthOf(room)) <= half + widthOf(room) / 2);
  return [north, rooms.filter((room) => !north.includes(room))];
}

const cornersOf = ({ x, y, width, height }: Box): Corners => {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(round) as [
    number,
    number,
    number,
    number,
  ];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function rectangle({ x, y, width, height }: Box, look: string, name?: string): string {
  const id = name === undefined ? '' : escaped(name.replaceAll(/\s+/g, '_'));
  const named = id && ` id="plan-${id}" data-id="${id}"`;
  const [left, top, wide, high] = [x, y, width, height].map(round);
  return `<rect x="${left}" y="${top}" width="${wide}" height="${high}" ${look}${named}></rect>`;
}

/** A plain house: rooms along both façades, desks in blocks of four between them, cars behind the desks. */
export function drawFloor(spaces: readonly Space[]): DrawnFloor {
  const boxes = new Map<Space, Box>();
  const put = (space: Space, box: Box) => boxes.set(space, box);
  const [north, south] = halved(spaces.filter((space) => widthOf(space) > 0));
  alongFacade(north, MARGIN, put);

  let y = MARGIN + ROOM_DEPTH + CORRIDOR;
  const desks = spaces.filter(({ kind }) => kind === 'desk');
  for (const [index, desk] of desks.entries()) {
    const cluster = Math.floor(index / 4);
    const [column, row] = [cluster % CLUSTERS_A_ROW, Math.floor(cluster / CLUSTERS_A_ROW)];
    put(desk, {
      ...DESK,
      x: MARGIN + CORRIDOR + column * DESK_STEP + (index % 2) * DESK.width,
      y: y + row * (2 * DESK.height + CORRIDOR) + (index % 4 < 2 ? 0 : DESK.height),
    });
  }
  y += Math.ceil(desks.length / 4 / CLUSTERS_A_ROW) * (2 * DESK.height + CORRIDOR);
  const bays = spaces.filter(({ kind }) => kind === 'parking');
  for (const [index, bay] of bays.entries())
    put(bay, {
      ...BAY,
      x: MARGIN + CORRIDOR + (index % BAYS_A_ROW) * BAY.width,
      y: y + Math.floor(index / BAYS_A_ROW) * (BAY.height + CORRIDOR),
    });
  y += Math.ceil(bays.length / BAYS_A_ROW) * (BAY.height + CORRIDOR);
  alongFacade(south, y, put);

  const house = { x: MARGIN, y: MARGIN, width: WIDTH, height: y + ROOM_DEPTH - MARGIN };
  const [width, height] = [house.width + 2 * MARGIN, round(house.height + 2 * MARGIN)];
  const lines = [...boxes].map(([{ name, kind }, box]) => {
    const thin = kind === 'desk' || kind === 'parking';
    return rectangle(box, `fill="none" stroke="currentColor" stroke-width="${thin ? 0.6 : 1.2}"`, name);
  });
  const walls = rectangle(house, 'fill="none" stroke="currentColor" stroke-width="3"');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${lines.join('')}${walls}</svg>`;
  return { svg, width, height, shapes: spaces.map((space) => cornersOf(boxes.get(space)!)) };
}
