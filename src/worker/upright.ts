type Transform = [a: number, b: number, c: number, d: number, e: number, f: number];

/** How a picture with this EXIF orientation (1 to 8) is laid upright on a sheet of `w` × `h` pixels. */
export function uprightTransform(orientation: number, w: number, h: number): Transform {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, w, 0];
    case 3:
      return [-1, 0, 0, -1, w, h];
    case 4:
      return [1, 0, 0, -1, 0, h];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, w, 0];
    case 7:
      return [0, -1, -1, 0, w, h];
    case 8:
      return [0, -1, 1, 0, 0, h];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
