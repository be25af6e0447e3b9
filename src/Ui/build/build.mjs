// Draws together what the pages are drawn with: wwwroot/ and its manifest. Run by Ui.csproj; `npm run build` by hand.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transform, build as bundle } from 'esbuild';
import { css } from './css.mjs';
import { fonts } from './fonts.mjs';
import { sprite } from './sprite.mjs';

const out = 'wwwroot';
const manifest = {};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

for (const image of await readdir('assets/images')) await put(image, await readFile(join('assets/images', image)));
await put('icons.svg', await sprite());

const faces = [];
for (const face of await fonts()) faces.push(face.rule(await put(face.name, face.bytes)));

const targets = ['es2022', 'chrome111', 'firefox114', 'safari16.4'];
const sheet = await transform(faces.join('\n') + await css(), { loader: 'css', minify: true, target: targets });
refuseForeign(sheet.code);
await put('tupa.css', sheet.code);

for (const name of ['tupa', 'door']) {
  const script = await bundle({ entryPoints: [`assets/elements/${name}.ts`], bundle: true, format: 'esm', minify: true, target: targets, write: false, legalComments: 'none' });
  await put(`${name}.js`, script.outputFiles[0].contents);
}

await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');

/** Writes an asset under a name that carries a digest of it, with its compressed twins where they are smaller. Answers the name. */
async function put(name, content) {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const end = extname(name);
  const built = `${basename(name, end)}.${digest}${end}`;
  await writeFile(join(out, built), bytes);
  if (!['.woff2', '.webp'].includes(end)) {
    const text = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
    await writeFile(join(out, `${built}.br`), brotliCompressSync(bytes, { params: text }));
    await writeFile(join(out, `${built}.gz`), gzipSync(bytes, { level: 9 }));
  }
  manifest[name] = built;
  return built;
}

/** Our policy loads nothing from elsewhere and no data: images, so a style sheet that asks for them is a mistake. */
function refuseForeign(code) {
  const foreign = code.match(/url\(\s*["']?(data:|https?:|\/\/)[^)]{0,60}|@import[^;]{0,60}/);
  if (foreign) throw new Error(`The style sheet asks for what the policy forbids: ${foreign[0]}`);
}
