#include "platform/calendar/calendar.hpp"

#include <memory>

#include <libical/ical.h>

namespace onereturn::calendar {

namespace {

constexpr std::size_t line_bytes_max = 75;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

// "2027-03-03" or "2027-03-03T09:00:00Z" without its marks, which is how calendars write it.
std::string without_marks(const std::string& iso) {
  std::string plain;
  for (const char c : iso.substr(0, iso.find('.'))) {
    if (c != '-' && c != ':') plain.push_back(c);
  }
  if (plain.size() > 8 && plain.back() != 'Z') plain.push_back('Z');
  return plain;
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

icalcomponent* entry_of(const Day& day) {
  auto* entry = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  add(entry, icalproperty_new_uid(day.uid.c_str()));
  const auto stamp = without_marks(to_iso(day.changed_at));
  add(entry, icalproperty_new_dtstamp(icaltime_from_string(stamp.c_str())));
  auto on = icaltime_from_string(without_marks(to_iso(day.on)).c_str());
  on.is_date = 1;
  add(entry, icalproperty_new_dtstart(on));
  add(entry, icalproperty_new_summary(day.title.c_str()));
  add(entry, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  return entry;
}

// The library folds lines too, but sometimes in the middle of its own line end, and through a
// character: its folds are taken back, which mends the line ends, and ours put in.
std::string folded(std::string_view text) {
  constexpr std::string_view fold = "\r\n ";
  std::string plain;
  for (auto at = text.find(fold); at != std::string_view::npos; at = text.find(fold)) {
    plain += text.substr(0, at);
    text.remove_prefix(at + fold.size());
  }
  plain += text;
  std::string lines;
  std::size_t width = 0;
  for (const char c : plain) {
    const auto byte = static_cast<unsigned char>(c);
    const std::size_t bytes = byte < 0xC0U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
    const bool inside = (byte & 0xC0U) == 0x80U;
    if (!inside && c != '\r' && c != '\n' && width + bytes > line_bytes_max) {
      lines += fold;
      width = 1;
    }
    lines += c;
    width = c == '\n' ? 0 : c == '\r' ? width : width + 1;
  }
  return lines;
}

}  // namespace

std::string feed(const std::string& name, const std::vector<Day>& days) {
  const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  add(calendar.get(), icalproperty_new_version("2.0"));
  add(calendar.get(), icalproperty_new_prodid("-//OneReturn//My list//EN"));
  auto* title = icalproperty_new_x(name.c_str());
  icalproperty_set_x_name(title, "X-WR-CALNAME");
  add(calendar.get(), title);
  for (const auto& day : days)
    icalcomponent_add_component(calendar.get(), entry_of(day));
  const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                    &free);
  return folded(text.get());
}

}  // namespace onereturn::calendar
