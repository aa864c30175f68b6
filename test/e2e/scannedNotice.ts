import type { Browser } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';

/** Where a paragraph stands on its page, in per cent of the page. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

const A4 = { width: 794, height: 1123 };

/**
 * Pages as a scanner gives them: each is drawn from paragraphs of text, pictured and put into a PDF without a letter of text.
 * @returns the file, and where each paragraph of the first page stands
 */
export async function scannedPdf(
  browser: Browser,
  pages: readonly (readonly string[])[],
): Promise<{ bytes: Buffer; places: Place[] }> {
  const context = await browser.newContext({ viewport: A4, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const pdf = await PDFDocument.create();
  const places: Place[] = [];
  for (const [number, paragraphs] of pages.entries()) {
    await page.setContent(
      `<body style="margin:70px 80px;font:19px/1.5 'Times New Roman','Liberation Serif',serif;background:#fff;color:#111">${paragraphs
        .map((text) => `<p style="margin:0 0 12px">${text}</p>`)
        .join('')}</body>`,
    );
    if (number === 0) {
      for (const paragraph of await page.locator('p').all()) {
        const box = (await paragraph.boundingBox())!;
        places.push({
          left: (box.x / A4.width) * 100,
          top: (box.y / A4.height) * 100,
          width: (box.width / A4.width) * 100,
          height: (box.height / A4.height) * 100,
        });
      }
    }
    const image = await pdf.embedJpg(await page.screenshot({ type: 'jpeg', quality: 85 }));
    pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  await context.close();
  return { bytes: Buffer.from(await pdf.save()), places };
}
