import { readFile } from 'node:fs/promises';

const folder = 'node_modules/@fontsource-variable/source-sans-3';

// Finnish, Swedish and English are in latin; latin-ext is fetched only by a page that has a Š, a Ž or a Sámi letter.
const subsets = ['latin', 'latin-ext'];

/** The faces of the house: their bytes, and the rule that names the file they became. */
export async function fonts() {
  const sheet = await readFile(`${folder}/wght.css`, 'utf8');
  return Promise.all(subsets.map(async subset => {
    const range = sheet.match(new RegExp(`/\\* source-sans-3-${subset}-wght-normal \\*/[^}]*unicode-range:\\s*([^;]+);`))?.[1];
    if (!range) throw new Error(`No unicode-range for ${subset} in ${folder}/wght.css`);
    return {
      name: `source-sans-3-${subset}.woff2`,
      bytes: await readFile(`${folder}/files/source-sans-3-${subset}-wght-normal.woff2`),
      rule: built => `@font-face { font-family: 'Source Sans 3 Variable'; font-style: normal; font-display: swap; font-weight: 200 900; src: url(/assets/${built}) format('woff2'); unicode-range: ${range}; }`,
    };
  }));
}
