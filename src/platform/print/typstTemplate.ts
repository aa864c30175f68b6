/**
 * The one Typst program. It holds no word of any document: what is printed comes as JSON in `sys.inputs.document` (shape:
 * typstData.ts), and Typst shows a string as its letters, whatever signs it holds. Checked boxes of forms are drawn,
 * since the type has no such sign.
 */
export const TYPST_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.document))
#let s = d.sizes
#set document(title: d.title)
#set page(
  paper: "a4",
  flipped: d.landscape,
  margin: (top: d.margins.top * 1mm, bottom: d.margins.bottom * 1mm, left: d.margins.left * 1mm, right: d.margins.right * 1mm),
  header-ascent: 6mm,
  header: context {
    let page-number = counter(page).get().first()
    if page-number > 1 { align(center, text(size: 13pt, str(page-number))) }
  },
)
#set text(font: "Tinos", size: s.body * 1pt, lang: "vi", hyphenate: false, overhang: false)
#set par(leading: 9pt, spacing: 15pt, justify: true)
#show heading: it => block(above: 15pt, below: 15pt, par(first-line-indent: (amount: 10mm, all: true), strong(it.body)))
#show heading: set text(size: s.body * 1pt)
#show regex("[☐☑☒]"): it => box(width: 0.8em, height: 0.8em, stroke: 0.6pt, baseline: 0.08em, {
  if it.text != "☐" {
    place(line(start: (15%, 15%), end: (85%, 85%), stroke: 0.8pt))
    place(line(start: (85%, 15%), end: (15%, 85%), stroke: 0.8pt))
  }
})

#let lines(t) = t.split("\n").join(linebreak())
#let run(r) = {
  let shown = lines(r.text)
  if r.at("bold", default: false) { shown = strong(shown) }
  if r.at("italic", default: false) { shown = emph(shown) }
  if r.at("underline", default: false) { shown = underline(shown) }
  shown
}
#let rich(t) = if type(t) == str { lines(t) } else { for r in t { run(r) } }
#let sides = (left: left, center: center, right: right, justify: left)
#let centred(size, shown) = align(center, text(size: size * 1pt, par(justify: false, leading: 6pt, shown)))
#let ruled(shown, share) = stack(spacing: 4pt, shown, context align(center, line(length: measure(shown).width * share, stroke: 0.6pt)))

#let head(b) = {
  let left-side = stack(spacing: 6.5pt,
    ..if "superior" in b { (centred(s.superior, lines(b.superior)),) },
    if b.party { centred(s.issuer, strong(lines(b.issuer))) } else { layout(room => {
      let name = centred(s.issuer, strong(lines(b.issuer)))
      stack(spacing: 4.5pt, name, align(center, line(length: calc.min(measure(text(size: s.issuer * 1pt, strong(lines(b.issuer)))).width * 0.4, room.width * 0.5), stroke: 0.6pt)))
    }) },
    ..if b.party { (centred(s.issuer, "*"),) },
  )
  let right-side = stack(spacing: 6.5pt,
    ..b.upper.slice(0, -1).map(t => centred(s.heading, strong(t))),
    align(center, ruled(text(size: (s.heading + if b.party { 0 } else { 1 }) * 1pt, strong(b.upper.last())), 1)),
  )
  block(below: 20pt, grid(
    columns: (1fr, b.right-width * 1mm), column-gutter: 3mm, row-gutter: 9pt,
    left-side, right-side,
    ..if "number" in b or "place" in b { (
      centred(s.number, b.at("number", default: "")),
      centred(s.place, emph(b.at("place", default: ""))),
    ) },
    ..if "subject" in b { (centred(s.subject, if b.party { emph(lines(b.subject)) } else { lines(b.subject) }), []) },
    ..if "urgency" in b { (align(center, box(stroke: 0.8pt, inset: 5pt, text(size: 13pt, strong(b.urgency)))), []) },
  ))
}

#let title(b) = block(above: 18pt, below: 18pt, width: 100%, stack(spacing: 9pt,
  centred(s.title, strong(lines(b.name))),
  ..if "about" in b { (centred(s.about, strong(lines(b.about))),) },
  ..if "note" in b { (centred(s.about, emph(lines(b.note))),) },
  ..if d.style != "plain" { (align(center, line(length: 30mm, stroke: 0.6pt)),) },
))

#let addressees(b) = block(above: 16pt, below: 18pt, width: 100%, {
  let salutation = if b.party { emph("Kính gửi:") } else { "Kính gửi:" }
  if b.lines.len() == 1 { align(center, par(justify: false, { salutation; " "; b.lines.first() })) } else {
    pad(left: 25mm, grid(columns: (auto, 1fr), column-gutter: 3mm, row-gutter: 9pt,
      salutation, [], ..b.lines.map(t => ([], par(justify: false, t))).flatten()))
  }
})

#let marks = (numbers: n => str(n) + ".", letters: n => numbering("a)", n), dashes: n => "-")
#let listed(b) = for (i, item) in b.items.enumerate() {
  par(first-line-indent: (amount: 10mm, all: true), { (marks.at(b.marks))(i + 1); " "; rich(item) })
}

#let facts(b) = for row in b.rows { par(justify: false, { row.label; ": "; lines(row.value) }) }

#let the-table(b) = {
  set text(size: 12pt)
  set par(justify: false, leading: 6pt)
  let cell(side, shown) = table.cell(align: sides.at(side), shown)
  block(above: 12pt, below: 15pt, table(
    columns: b.columns.map(c => c.width * 1fr), stroke: 0.5pt, inset: (x: 4pt, y: 5pt),
    table.header(..b.columns.map(c => table.cell(align: center + horizon, strong(lines(c.title))))),
    ..b.rows.map(row => b.columns.zip(row).map(((c, t)) => cell(c.align, rich(t)))).flatten(),
    ..if "total" in b { b.columns.zip(b.total).map(((c, t)) => cell(c.align, strong(rich(t)))) },
  ))
}

#let signature(b) = block(above: 22pt, breakable: false, width: 100%, grid(columns: (1fr, 1fr), column-gutter: 5mm,
  if b.recipients.len() > 0 { set par(justify: false, leading: 5pt, spacing: 5pt); {
    let named = "Nơi nhận:"
    par(text(size: s.recipientsTitle * 1pt, if b.party { underline(named) } else { strong(emph(named)) }))
    for t in b.recipients { par(text(size: s.recipients * 1pt, t)) }
  } },
  align(center, { set par(justify: false, leading: 6pt, spacing: 6pt)
    for t in b.capacity { par(strong(t)) }
    par(if b.party and b.capacity.len() > 0 { b.title } else { strong(b.title) })
    v(24mm)
    if "name" in b { par(strong(b.name)) }
  }),
))

#let signatures(b) = block(above: 22pt, breakable: false, width: 100%, grid(columns: b.parties.map(p => 1fr), column-gutter: 5mm,
  ..b.parties.map(p => align(center, { set par(justify: false, leading: 6pt, spacing: 6pt)
    par(strong(lines(p.title)))
    if "note" in p { par(emph(text(size: 12pt, lines(p.note)))) }
    v(22mm)
    if "name" in p { par(strong(p.name)) }
  })),
))

#let qr(b) = align(sides.at(b.align), block(width: 32mm, {
  set align(center)
  set par(justify: false, leading: 4pt, spacing: 4pt)
  image(bytes(b.svg), format: "svg", width: 26mm, alt: b.at("caption", default: "QR"))
  if "caption" in b { text(size: 10pt, lines(b.caption)) }
}))

#for b in d.blocks {
  if b.type == "head" { head(b) }
  else if b.type == "title" { title(b) }
  else if b.type == "addressees" { addressees(b) }
  else if b.type == "heading" { heading(level: 1, lines(b.text)) }
  else if b.type == "paragraph" {
    let first = if b.indent { (amount: 10mm, all: true) } else { 0mm }
    align(sides.at(b.align), par(justify: b.align == "justify", first-line-indent: first, rich(b.text)))
  }
  else if b.type == "list" { listed(b) }
  else if b.type == "facts" { facts(b) }
  else if b.type == "table" { the-table(b) }
  else if b.type == "signature" { signature(b) }
  else if b.type == "signatures" { signatures(b) }
  else if b.type == "qr" { qr(b) }
  else if b.type == "pageBreak" { pagebreak(weak: true) }
}
`;
