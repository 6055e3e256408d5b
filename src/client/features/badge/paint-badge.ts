import { qrOutline } from '../../parts/qr/qr-outline.ts';
import type { ShownBadge } from './use-badges.ts';

/** Pixels: a phone's width, and room for the name under the code. */
const side = 720;
const nameHeight = 110;

/** A badge as a picture that can be passed on to the person's own phone. */
export async function paintBadge({ text, name }: ShownBadge): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side + nameHeight;
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error('canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  const { size, path } = qrOutline(text);
  pen.save();
  pen.scale(side / size, side / size);
  pen.fill(new Path2D(path));
  pen.restore();
  pen.font = '600 44px system-ui, sans-serif';
  pen.textAlign = 'center';
  // A long name is drawn narrower, never cut.
  pen.fillText(name, side / 2, side + 40, side - 60);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('canvas');
  return blob;
}
