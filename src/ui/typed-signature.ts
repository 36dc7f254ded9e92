const FONT = '"Segoe Script", "Bradley Hand", "Snell Roundhand", "Apple Chancery", cursive';
export const INK = '#14161c';
const WIDTH = 900;
const HEIGHT = 270;

/** A name written out as a picture, so that it is kept just like a drawn signature. */
export function typedSignature(name: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = INK;
  context.font = `italic 84px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, WIDTH / 2, HEIGHT / 2, WIDTH - 60);
  return canvas.toDataURL('image/png');
}
