#include "domain/documents/marked_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "domain/documents/marked_inline.hpp"

namespace onereturn::documents {
namespace {

// Office programs count lists no further than some ten thousand; a longer number is a text's own.
constexpr std::size_t number_digits_max = 4;

struct Mark {
  enum class Kind { heading, item, numbered } kind = Kind::item;
  int level = 0;
  std::size_t length = 0;  // of the mark, with its blank
  int number = 1;
};

std::size_t digits_at_begin(std::string_view line) {
  std::size_t count = 0;
  while (count < line.size() && line[count] >= '0' && line[count] <= '9')
    ++count;
  return count;
}

std::optional<Mark> mark_of(std::string_view line) {
  for (int level = 2; level <= 4; ++level) {
    const auto length = static_cast<std::size_t>(level);
    if (line.size() > length && line.substr(0, length) == std::string(length, '#') &&
        line[length] == ' ')
      return Mark{Mark::Kind::heading, level, length + 1};
  }
  if (line.starts_with("- ")) return Mark{Mark::Kind::item, 0, 2};
  const auto digits = digits_at_begin(line);
  if (digits > 0 && digits <= number_digits_max && line.substr(digits, 2) == ". ")
    return Mark{Mark::Kind::numbered, 0, digits + 2,
                std::stoi(std::string(line.substr(0, digits)))};
  return std::nullopt;
}

std::string words_of(const std::vector<Span>& spans) {
  std::string words;
  for (const auto& span : spans)
    words += span.text;
  return words;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

class Reader {
 public:
  void take(std::string_view line) {
    if (is_blank(line)) {
      end_words();
      return;
    }
    const auto mark = mark_of(line);
    if (!mark) return go_on(line);
    end_words();
    line.remove_prefix(mark->length);
    if (mark->kind == Mark::Kind::heading) {
      blocks_.emplace_back(Heading{mark->level, words_of(read_spans(line)), ""});
      return;
    }
    begin_item(*mark);
    words_ = line;
  }

  std::vector<Block> end() {
    end_words();
    return std::move(blocks_);
  }

 private:
  void go_on(std::string_view line) {
    if (in_item_ && line.starts_with("  "))
      line.remove_prefix(2);
    else if (in_item_)
      end_words();
    if (!words_.empty()) words_ += '\n';
    words_ += line;
  }

  void begin_item(const Mark& mark) {
    const bool numbered = mark.kind == Mark::Kind::numbered;
    auto* list = blocks_.empty() ? nullptr : std::get_if<List>(&blocks_.back());
    if (!list || list->numbered != numbered) blocks_.emplace_back(List{numbered, {}, mark.number});
    in_item_ = true;
  }

  void end_words() {
    auto spans = read_spans(words_);
    if (!spans.empty()) {
      if (in_item_)
        std::get<List>(blocks_.back()).items.push_back({{std::move(spans), ""}});
      else
        blocks_.emplace_back(Paragraph{std::move(spans), ""});
    } else if (in_item_ && std::get<List>(blocks_.back()).items.empty()) {
      blocks_.pop_back();
    }
    words_.clear();
    in_item_ = false;
  }

  std::vector<Block> blocks_;
  std::string words_;
  bool in_item_ = false;
};

// Carriage returns go, and what no document can hold.
std::string cleaned(std::string_view text) {
  std::string clean(text);
  std::erase_if(
      clean, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
  return clean;
}

// What would be a mark where a line begins, told not to be one.
std::string begun_plainly(std::string line) {
  const auto mark = mark_of(line);
  if (!mark) return line;
  if (mark->kind == Mark::Kind::numbered) return line.insert(mark->length - 2, "\\");
  return line.insert(0, "\\");
}

std::string lines_begun_plainly(std::string_view text, std::string_view indent) {
  std::string made;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    if (from > 0) {
      made += '\n';
      made += indent;
    }
    made += begun_plainly(std::string(text.substr(from, end - from)));
    from = end + 1;
  }
  return made;
}

std::string written(const List& list) {
  std::string text;
  int number = list.first;
  for (const auto& item : list.items) {
    std::vector<Span> spans;
    for (const auto& paragraph : item) {
      if (!spans.empty()) spans.push_back({.text = "\n"});
      spans.insert(spans.end(), paragraph.spans.begin(), paragraph.spans.end());
    }
    if (!text.empty()) text += '\n';
    text += list.numbered ? std::to_string(number++) + ". " : "- ";
    text += lines_begun_plainly(write_spans(spans), "  ");
  }
  return text;
}

std::string written(const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block))
    return std::string(static_cast<std::size_t>(std::clamp(heading->level, 2, 4)), '#') + " " +
           write_spans({{.text = heading->text}});
  if (const auto* paragraph = std::get_if<Paragraph>(&block))
    return lines_begun_plainly(write_spans(paragraph->spans), "");
  if (const auto* list = std::get_if<List>(&block)) return written(*list);
  return "";
}

}  // namespace

std::vector<Block> read_marked(std::string_view text) {
  const auto clean = cleaned(text);
  const std::string_view all = clean;
  Reader reader;
  for (std::size_t from = 0; from <= all.size();) {
    const auto end = std::min(all.find('\n', from), all.size());
    reader.take(all.substr(from, end - from));
    from = end + 1;
  }
  return reader.end();
}

std::string write_marked(const std::vector<Block>& blocks) {
  std::string text;
  for (const auto& block : blocks) {
    const auto part = written(block);
    if (part.empty()) continue;
    if (!text.empty()) text += "\n\n";
    text += part;
  }
  return text;
}

std::string without_marks(std::string_view text) {
  return lines_begun_plainly(write_spans({{.text = std::string(text)}}), "");
}

std::string plain_words(const std::vector<Block>& blocks) {
  std::string words;
  const auto add = [&words](const std::string& line) {
    if (!words.empty()) words += '\n';
    words += line;
  };
  for (const auto& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) add(heading->text);
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) add(words_of(paragraph->spans));
    if (const auto* list = std::get_if<List>(&block)) {
      for (const auto& item : list->items) {
        for (const auto& paragraph : item)
          add(words_of(paragraph.spans));
      }
    }
  }
  return words;
}

}  // namespace onereturn::documents
