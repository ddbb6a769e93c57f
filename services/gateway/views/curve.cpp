#include "gateway/views/curve.hpp"

#include <algorithm>

#include "domain/reporting/home_rules.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using reporting::Curve;
using reporting::per_cent;

// The drawing's own units.
constexpr int left = 52, right = 628, top = 20, bottom = 190;
constexpr int ticks_max = 8;
constexpr int rows_max = 30;

int x_of(int week, int weeks) { return left + (right - left) * week / std::max(1, weeks); }
int y_of(int share) { return bottom - (bottom - top) * share / 100; }

std::vector<int> shares_of(const Curve& curve) {
  std::vector<int> shares;
  for (const auto in : curve.in_by_week)
    shares.push_back(std::min(100, per_cent(in, curve.asked)));
  return shares;
}

std::string path_of(const std::vector<int>& shares, int weeks) {
  std::string path;
  for (std::size_t week = 0; week < shares.size(); ++week) {
    path += week == 0 ? "M" : "L";
    path += std::to_string(x_of(static_cast<int>(week), weeks)) + " " +
            std::to_string(y_of(shares[week]));
  }
  return path;
}

Data axes() {
  auto lines = Data::list();
  for (const int share : {0, 25, 50, 75, 100}) {
    lines.push(Data::object()
                   .set("y", y_of(share))
                   .set("text_y", y_of(share) + 5)
                   .set("text", std::to_string(share) + "%")
                   .set("ground", share == 0));
  }
  return lines;
}

int step_of(int weeks) {
  int step = 1;
  while (weeks / step > ticks_max)
    ++step;
  return step;
}

Data week_marks(int weeks) {
  auto marks = Data::list();
  for (int week = 0; week <= weeks; week += step_of(weeks))
    marks.push(Data::object().set("x", x_of(week, weeks)).set("text", week));
  return marks;
}

std::string share_at(const std::vector<int>& shares, int week) {
  const auto at = static_cast<std::size_t>(week);
  return at < shares.size() ? std::to_string(shares[at]) + "%" : std::string{};
}

Data table(const std::vector<int>& now, const std::vector<int>& then, int weeks) {
  auto rows = Data::list();
  const int step = std::max(1, (weeks + rows_max - 1) / rows_max);
  for (int week = 0; week <= weeks; week += step) {
    rows.push(Data::object()
                  .set("week", week)
                  .set("now", share_at(now, week))
                  .set("then", share_at(then, week)));
  }
  return rows;
}

std::string title_words(const Curve& now, const std::vector<int>& shares,
                        const std::optional<Curve>& before, const std::vector<int>& then) {
  const auto week = std::to_string(shares.size() - 1);
  auto words = "Returns in by week, per cent of those asked. " + now.title + ": " +
               std::to_string(shares.back()) + " per cent in week " + week + ".";
  if (before && then.size() >= shares.size()) {
    words += " " + before->title + ": " + std::to_string(then[shares.size() - 1]) +
             " per cent in that week.";
  }
  return words;
}

}  // namespace

Data curve(const std::optional<Curve>& now, const std::optional<Curve>& before) {
  if (!now || now->in_by_week.empty()) return {};
  const auto shares = shares_of(*now);
  const auto then = before ? shares_of(*before) : std::vector<int>{};
  int weeks = std::max(static_cast<int>(shares.size()), static_cast<int>(then.size())) - 1;
  if (now->due_week) weeks = std::max(weeks, std::min(60, *now->due_week));
  weeks = std::max(1, weeks);
  const int here = static_cast<int>(shares.size()) - 1;
  const auto compared =
      before && then.size() >= shares.size()
          ? reporting::compared_words(shares.back(), then[shares.size() - 1], before->title)
          : std::string("How returns come in");
  const bool due = now->due_week && *now->due_week <= weeks;
  return Data::object()
      .set("heading", compared)
      .set("words", title_words(*now, shares, before, then))
      .set("axes", axes())
      .set("weeks", week_marks(weeks))
      .set("now", path_of(shares, weeks))
      .set("then", Data::text_or_no(path_of(then, weeks)))
      .set("x", x_of(here, weeks))
      .set("y", y_of(shares.back()))
      .set("text_x", std::min(x_of(here, weeks) + 10, right - 60))
      .set("text_y", std::max(y_of(shares.back()) - 6, top + 12))
      .set("share", std::to_string(shares.back()) + "% now")
      .set("due_x", due ? Data(x_of(*now->due_week, weeks)) : Data())
      .set("now_title", now->title)
      .set("then_title", before ? Data(before->title) : Data())
      .set("rows", table(shares, then, weeks));
}

}  // namespace onereturn::gateway::views
