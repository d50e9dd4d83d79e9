// Opens every page of a running server in Chromium, at desktop and phone
// width, records the network, and uses the pages as a reader would.
//
//   node check.mjs http://127.0.0.1:PORT SCREENSHOT_DIR
//
// Fails on a request to any other host, a failed request, a console error, a
// page wider than the screen, or a page that does not do what it is for.
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import assert from 'node:assert/strict';

const [base, shots] = process.argv.slice(2);
mkdirSync(shots, { recursive: true });
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function open(context, path) {
  const page = await context.newPage();
  page.on('request', (r) => {
    const url = new URL(r.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== base) faults.push(`foreign request: ${r.url()}`);
  });
  page.on('requestfailed', (r) => {
    // a click leads on before the icon has come
    if (r.url().endsWith('/icon.svg') && r.failure()?.errorText === 'net::ERR_ABORTED') return;
    faults.push(`failed request: ${r.url()} ${r.failure()?.errorText}`);
  });
  page.on('response', (r) => { if (r.status() >= 400) faults.push(`${r.status()}: ${r.url()}`); });
  page.on('console', (m) => { if (m.type() === 'error') faults.push(`console on ${path}: ${m.text()}`); });
  page.on('pageerror', (e) => faults.push(`script error on ${path}: ${e.message}`));
  await page.goto(base + path, { waitUntil: 'networkidle' });
  return page;
}

async function shoot(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 1) faults.push(`${name}: ${wide} px wider than the screen`);
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: false });
}

async function journalist(context, width) {
  const page = await open(context, '/');
  await page.waitForSelector('.card blockquote');
  await shoot(page, `quotes-${width}`);
  const words = (await page.locator('.card blockquote').first().innerText()).replace(/\s/g, '').slice(2, 6);
  await page.fill('input[name=q]', `“${words}”`);
  await page.press('input[name=q]', 'Enter');
  await page.waitForSelector('.card mark');
  assert.equal((await page.locator('.card mark').first().innerText()).replace(/\s/g, ''), words);
  await page.locator('.cite summary').first().click();
  await shoot(page, `found-${width}`);
  await page.locator('.where a').first().click();
  await page.waitForSelector('mark.chosen');
  assert.ok(await page.locator('mark.chosen').first().isVisible(), 'the quote is marked in its article');
  await page.waitForTimeout(200);
  assert.ok(await page.locator('mark.chosen').first().evaluate((e) => {
    const r = e.getBoundingClientRect();
    return r.top >= 0 && r.top < window.innerHeight;
  }), 'the marked quote is on the screen');
  await shoot(page, `article-${width}`);
  await page.goto(`${base}/?q=${encodeURIComponent('潜水艇')}`);
  await page.waitForSelector('.notice');
  await shoot(page, `nothing-${width}`);
  await page.goto(`${base}/?lang=en`);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await shoot(page, `english-${width}`);
  await page.close();
}

// The facets: unfolded on a phone, open beside the quotes on a desk.
async function narrower(context, width) {
  const page = await open(context, '/');
  const summary = page.locator('.facets summary');
  if (width < 900) await summary.click();
  assert.equal(await summary.isVisible(), width < 900, 'the facets are folded on a phone alone');
  const value = page.locator('.facets li a').first();
  const count = Number(await value.locator('.number').innerText());
  const name = await value.locator('.name').innerText();
  await shoot(page, `facets-${width}`);
  await value.click();
  await page.waitForSelector('.conditions');
  assert.equal(await page.locator('.card').count(), count, `${name} leaves as many quotes as the facet counts`);
  assert.ok((await page.locator('.conditions').innerText()).includes(name));
  await shoot(page, `narrowed-${width}`);
  await page.locator('.conditions a').first().click();
  await page.waitForSelector('.card');
  assert.equal(await page.locator('.conditions').count(), 0, 'a condition can be taken away');
  await page.locator('.help summary').click();
  await shoot(page, `help-${width}`);
  await page.locator('.help dt a').nth(4).click();
  await page.waitForSelector('.card');
  await page.goto(`${base}/?q=${encodeURIComponent('电池　－广告 之后:去年')}`);
  await page.waitForSelector('.understood .warning');
  await shoot(page, `understood-${width}`);
  await page.close();
}

async function checker(context, width) {
  const page = await open(context, '/');
  await page.locator('.card .check').first().click();
  await page.waitForSelector('.verdict.good');
  await shoot(page, `verbatim-${width}`);
  const words = await page.inputValue('textarea');
  assert.ok(words.length > 6, 'the words of the quote stand in the form');
  await page.fill('textarea', `真的，${words}`);
  await page.locator('.verify button').click();
  await page.waitForSelector('.verdict.bad');
  const gone = page.locator('del').first();
  assert.ok((await gone.evaluate((e) => getComputedStyle(e).textDecorationLine)).includes('line-through'), 'what was not printed is struck through');
  assert.ok((await gone.textContent()).startsWith('删去：'), 'and read aloud as such');
  await shoot(page, `altered-${width}`);
  await page.locator('.card .where a').first().click();
  await page.waitForSelector('mark.chosen');
  assert.ok(await page.locator('aside .chosen').isVisible(), 'the quote stands beside its article');
  await page.goto(`${base}/verify?text=${encodeURIComponent('飞船已经离开了第三颗卫星的轨道')}`);
  await page.waitForSelector('.verdict.bad');
  await shoot(page, `notfound-${width}`);
  await page.close();
}

// A quote of which the article leaves open who said it: the page of its article
// says so beside the speaker, and what its dates mean.
async function doubter(context, width) {
  const query = '{ quotes(first: 1, filter: {speakerInDoubt: true}) { nodes { id text speakerText speakerCandidates { name } article { id } } } }';
  const answer = await (await context.request.get(`${base}/graphql?query=${encodeURIComponent(query)}`)).json();
  const [quote] = answer.data.quotes.nodes;
  assert.ok(quote, 'a quote of the sample articles has a doubtful speaker');
  const page = await open(context, `/articles/${quote.article.id}?quote=${quote.id}`);
  const beside = page.locator('aside .chosen');
  assert.ok((await beside.locator('.perhaps').innerText()).includes(quote.speakerCandidates[1].name), 'who else may have spoken stands beside the speaker');
  await beside.locator('.cite summary').click();
  assert.ok((await beside.locator('.cite p').innerText()).includes(`也可能是${quote.speakerCandidates[1].name}`), 'and in the citation');
  await beside.scrollIntoViewIfNeeded();
  await shoot(page, `doubt-${width}`);
  await page.locator('.dates summary').click();
  await page.locator('.dates').scrollIntoViewIfNeeded();
  await shoot(page, `dates-${width}`);
  await page.locator('.dates td a').first().click();
  assert.ok(await page.locator('.date:target').isVisible(), 'a date leads to its place in the text');
  await page.goto(`${base}/verify?text=${encodeURIComponent(quote.text)}&speaker=${encodeURIComponent(quote.speakerText)}`, { waitUntil: 'networkidle' });
  await page.waitForSelector('.verdict.fair');
  await shoot(page, `doubtful-${width}`);
  await page.close();
}

async function playground(context, width) {
  const page = await open(context, '/playground');
  await page.waitForSelector('.graphiql-execute-button');
  const tabs = await page.locator('.graphiql-tab').count();
  assert.ok(tabs >= 3, `example queries stand in tabs, ${tabs} found`);
  for (let i = 0; i < tabs; i++) {
    await page.locator('.graphiql-tab-button').nth(i).click();
    await page.waitForTimeout(300);
    await page.locator('.graphiql-execute-button').click();
    await page.waitForFunction(() => document.querySelector('.result-window')?.innerText.includes('"data"'), null, { timeout: 15000 });
    const result = await page.locator('.result-window').innerText();
    assert.ok(!result.includes('"errors"'), `example ${i + 1} answers without errors: ${result.slice(0, 300)}`);
  }
  await page.locator('.graphiql-tab-button').first().click();
  await page.waitForTimeout(500);
  await shoot(page, `playground-${width}`);
  await page.close();
}

try {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
    await journalist(context, width);
    await narrower(context, width);
    await checker(context, width);
    await doubter(context, width);
    await playground(context, width);
    await context.close();
  }
} finally {
  await browser.close();
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('browser: pages and playground work at 1280 and 390 px, no foreign request, no console error');
