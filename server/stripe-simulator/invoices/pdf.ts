const MARGIN = 56;
const TOP = 780;
const LEADING = 18;
const MOST_LINES = 40;

/** Text as a PDF string of the standard encoding: what it cannot say is a question mark. */
const literal = (text: string) =>
  `(${text
    .replaceAll('×', 'x')
    .replaceAll(/[^\x20-\x7e\xa1-\xff]/g, '?')
    .replaceAll(/[()\\]/g, String.raw`\$&`)})`;

/** A page of text as a PDF, made by hand: five objects and where each begins. */
export function pdfOf(lines: readonly string[]): Uint8Array {
  const shown = lines.slice(0, MOST_LINES).map((line) => `${literal(line)} Tj T*`);
  const content = `BT /F1 12 Tf ${LEADING} TL ${MARGIN} ${TOP} Td ${shown.join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
