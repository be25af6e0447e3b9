import { readFile } from 'node:fs/promises';

const folder = 'node_modules/@fontsource-variable/source-sans-3';

// Finnish, Swedish and English are in latin. What the names of our people need besides (Š, Ž, the Sámi languages, our
// neighbours) is a part of latin-ext of our own, a quarter of its size. The rest of latin-ext is fetched only by a page that has it.
// Made by: hb-subset latin-ext.ttf --unicodes=<nordic> --name-IDs=0,13,14 -o nordic.ttf && woff2_compress nordic.ttf
const nordic = 'U+0100-017F,U+01B7,U+01E4-01E7,U+01EE-01EF,U+0218-021B,U+0292';

/** The faces of the house: their bytes, and the rule that names the file they became. A later rule is asked first. */
export async function fonts() {
  const sheet = await readFile(`${folder}/wght.css`, 'utf8');
  const range = subset => {
    const found = sheet.match(new RegExp(`/\\* source-sans-3-${subset}-wght-normal \\*/[^}]*unicode-range:\\s*([^;]+);`))?.[1];
    if (!found) throw new Error(`No unicode-range for ${subset} in ${folder}/wght.css`);
    return found;
  };
  const whole = subset => `${folder}/files/source-sans-3-${subset}-wght-normal.woff2`;
  return Promise.all([
    face('latin-ext', whole('latin-ext'), range('latin-ext')),
    face('nordic', 'assets/fonts/nordic.woff2', nordic),
    face('latin', whole('latin'), range('latin')),
  ]);
}

async function face(name, file, range) {
  return {
    name: `source-sans-3-${name}.woff2`,
    bytes: await readFile(file),
    rule: built => `@font-face { font-family: 'Source Sans 3 Variable'; font-style: normal; font-display: swap; font-weight: 200 900; src: url(/assets/${built}) format('woff2'); unicode-range: ${range}; }`,
  };
}
