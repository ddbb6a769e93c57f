-- What pandoc cannot say in HTML: see README.md of the folder above.

local function xml(text) return pandoc.RawInline('openxml', text) end

-- "540" and "540px" as inches; other units stay.
local function in_inches(value)
  local number = value and value:match('^(%d+%.?%d*)p?x?$')
  if number then return string.format('%.3fin', tonumber(number) / 96) end
  return value
end

-- Only what travels in the page itself is a picture. LibreOffice shows no SVG out of a Word file:
-- it is drawn here, three dots for each of the screen's.
local pictures = 0
local function drawn(source)
  local kind, bytes = pandoc.mediabag.fetch(source)
  pictures = pictures + 1
  if kind:match('^image/svg') then
    bytes = pandoc.pipe("rsvg-convert", { "--format=png", "--zoom=3", "--background-color=white" }, bytes)
    kind = 'image/png'
  end
  local name = 'picture' .. pictures .. (kind == 'image/png' and '.png' or '.jpg')
  pandoc.mediabag.insert(name, kind, bytes)
  return name
end

function Image(image)
  if not image.src:match('^data:image/') then return image.caption end
  image.src = drawn(image.src)
  local attributes = image.attributes
  attributes.width = in_inches(attributes.width)
  attributes.height = in_inches(attributes.height)
  if not attributes.width and not attributes.height then attributes.width = '100%' end
  image.title = ''
  return image
end

local function mark(kind) return '<w:r><w:fldChar w:fldCharType="' .. kind .. '"/></w:r>' end

local function page_of(anchor)
  return xml('<w:r><w:tab/></w:r>' .. mark('begin') .. '<w:r><w:instrText xml:space="preserve"> PAGEREF ' ..
    anchor .. ' \\h </w:instrText></w:r>' .. mark('separate') .. '<w:r><w:t>0</w:t></w:r>' .. mark('end'))
end

-- A style that this document has is asked for by name; a language is a style of letters.
function Span(span)
  local anchor = span.attributes['page-of']
  if anchor and anchor:match('^%a[%w_-]*$') then return page_of(anchor) end
  local language = span.attributes.lang
  if language and language:match('^%a%a$') and not span.attributes['custom-style'] then
    span.attributes['custom-style'] = 'Language ' .. language
  end
  return span
end

local function in_language(block, language, direction)
  if block.t ~= 'Para' and block.t ~= 'Plain' then return block end
  local attributes = { ['custom-style'] = 'Language ' .. language }
  if direction then attributes.dir = direction end
  return pandoc[block.t]({ pandoc.Span(block.content, pandoc.Attr('', {}, attributes)) })
end

-- What documents call their parts, and what the styles are called.
local styles = { ['Picture caption'] = 'Image Caption', ['Record'] = 'Small' }

function Div(div)
  local style = div.attributes['custom-style']
  if style and styles[style] then div.attributes['custom-style'] = styles[style] end
  if style == 'Page break' or div.classes:includes('page-break') then
    return pandoc.RawBlock('openxml', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  end
  local language = div.attributes.lang
  if language and language:match('^%a%a$') then
    for at, block in ipairs(div.content) do
      div.content[at] = in_language(block, language, div.attributes.dir)
    end
  end
  return div
end

local function table_text(cell, heading)
  local blocks = pandoc.List()
  for _, block in ipairs(cell.contents) do
    if block.t == 'Para' or block.t == 'Plain' then
      local style = heading and 'Table Heading' or 'Table Text'
      blocks:insert(pandoc.Div({ pandoc.Para(block.content) }, pandoc.Attr('', {}, { ['custom-style'] = style })))
    else
      blocks:insert(block)
    end
  end
  cell.contents = blocks
end

local function each_cell(rows)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do table_text(cell, cell.attributes.scope == 'row') end
  end
end

-- Columns without a width share what is left; headings of rows have the style that LibreOffice takes for one.
function Table(tbl)
  local given, without = 0, 0
  for _, column in ipairs(tbl.colspecs) do
    if column[2] and column[2] > 0 then given = given + column[2] else without = without + 1 end
  end
  for at, column in ipairs(tbl.colspecs) do
    if not (column[2] and column[2] > 0) then
      tbl.colspecs[at] = { column[1], math.max(0.02, (1 - given) / without) }
    end
  end
  each_cell(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do each_cell(body.body) end
  return tbl
end
