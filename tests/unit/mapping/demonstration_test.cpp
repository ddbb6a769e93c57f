#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/mapping/canonical_form.hpp"
#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/copy_counts.hpp"
#include "domain/mapping/copy_format.hpp"
#include "domain/mapping/render_copy.hpp"
#include "domain/mapping/seal.hpp"
#include "platform/json/json.hpp"
#include "unit/mapping/content.hpp"

// The constabulary's answers against what they must give, worked out by hand beside them.
namespace onereturn::mapping {
namespace {

using test::Catalogue;

struct Played {
  AnswerFile file;
  std::vector<Engagement> engagements;
  std::vector<RenderedCopy> copies;
};

Played play(const std::string& name) {
  Played played;
  played.file = Catalogue::shipped().answers(name);
  for (const BoardEntry& entry : played.file.boards) {
    played.engagements.push_back(Catalogue::shipped().engagement(entry));
    played.copies.push_back(render_copy(played.engagements.back(), Catalogue::shipped().index(),
                                        played.file.common, entry.side));
  }
  return played;
}

json::Value expected() {
  const auto parsed =
      json::parse(test::slurp(Catalogue::content() / "region" / "expected-thornmere-police.json"));
  EXPECT_TRUE(parsed.value);
  return parsed.value.value_or(json::Value());
}

std::int64_t whole(const json::Value& object, const char* key) {
  const json::Value* value = object.find(key);
  EXPECT_NE(value, nullptr) << key;
  return value == nullptr ? -1 : *value->if_integer();
}

std::string text(const json::Value& object, const char* key) {
  const json::Value* value = object.find(key);
  return value == nullptr || value->is_null() ? "" : *value->if_text();
}

const RenderedCopy* copy_for(const Played& played, const std::string& board) {
  for (const RenderedCopy& copy : played.copies) {
    if (copy.board == board) return &copy;
  }
  return nullptr;
}

const RenderedBox* box_in(const RenderedCopy& copy, const std::string& box_no) {
  const auto found = std::find_if(copy.boxes.begin(), copy.boxes.end(),
                                  [&](const auto& box) { return box.box_no == box_no; });
  return found == copy.boxes.end() ? nullptr : &*found;
}

TEST(Demonstration, answers_fit_the_framework) {
  for (const char* name : {"thornmere-police", "moorland-ambulance", "thistle-row"}) {
    const AnswerFile file = Catalogue::shipped().answers(name);
    for (const FieldError& error : check_answers_against(file, Catalogue::shipped().index())) {
      ADD_FAILURE() << name << " " << error.field << ": " << error.message;
    }
  }
}

TEST(Demonstration, constabulary_is_asked_as_often_as_expected) {
  const Played played = play("thornmere-police");
  const Effort effort = effort_of(Catalogue::shipped().index(), played.engagements);
  const json::Value all = expected();
  const json::Value& questions = *all.find("questions");
  EXPECT_EQ(effort.separately, whole(questions, "separately"));
  EXPECT_EQ(effort.once, whole(questions, "once"));
  EXPECT_EQ(effort.extras(), whole(questions, "extras"));
}

TEST(Demonstration, every_box_stands_where_it_should) {
  const Played played = play("thornmere-police");
  const json::Value all = expected();
  for (const json::Value& line : *all.find("boxes")->if_array()) {
    const std::string name = text(line, "board") + " " + text(line, "box_no");
    const RenderedCopy* copy = copy_for(played, text(line, "board"));
    ASSERT_NE(copy, nullptr) << name;
    const RenderedBox* box = box_in(*copy, text(line, "box_no"));
    ASSERT_NE(box, nullptr) << name;
    EXPECT_EQ(to_word(box->state), text(line, "state")) << name;
    EXPECT_EQ(box->point, text(line, "point")) << name;
    std::vector<std::string> points;
    for (const json::Value& point : *line.find("points")->if_array()) {
      points.push_back(*point.if_text());
    }
    EXPECT_EQ(box->points, points) << name;
    const json::Array& levels = *line.find("levels")->if_array();
    if (box->possible.empty()) {
      ADD_FAILURE() << name << " has no levels";
      continue;
    }
    EXPECT_EQ(box->possible.interval().low, *levels[0].if_integer()) << name;
    EXPECT_EQ(box->possible.interval().high, *levels[1].if_integer()) << name;
  }
}

TEST(Demonstration, every_board_gets_what_it_should) {
  const Played played = play("thornmere-police");
  const json::Value all = expected();
  for (const json::Value& line : *all.find("boards")->if_array()) {
    const std::string board = text(line, "board");
    const RenderedCopy* copy = copy_for(played, board);
    ASSERT_NE(copy, nullptr) << board;
    const CopyCounts counts = counts_of(*copy, Catalogue::shipped().form(copy->form.code));
    const std::vector<std::pair<const char*, int>> figures = {{"items", counts.items},
                                                              {"boxes", counts.boxes},
                                                              {"ratings", counts.ratings},
                                                              {"grades", counts.grades},
                                                              {"set", counts.set},
                                                              {"chosen", counts.chosen},
                                                              {"unanswered", counts.unanswered},
                                                              {"no_point", counts.no_point},
                                                              {"na", counts.na},
                                                              {"residual", counts.residual},
                                                              {"local", counts.local},
                                                              {"actions", counts.actions}};
    for (const auto& [name, figure] : figures) {
      EXPECT_EQ(figure, whole(line, name)) << board << " " << name;
    }
    EXPECT_EQ(counts.rated_boxes,
              counts.set + counts.chosen + counts.unanswered + counts.no_point + counts.na);
  }
}

TEST(Demonstration, nothing_local_reaches_another_board) {
  const Played played = play("thornmere-police");
  for (std::size_t own = 0; own < played.file.boards.size(); ++own) {
    const BoardSide& side = played.file.boards[own].side;
    std::vector<std::string> local;
    for (const auto& [code, answer] : side.whole)
      local.push_back(answer.texts.describes);
    for (const auto& [code, part] : side.parts)
      local.push_back(part.texts.describes);
    for (const auto& [code, answer] : side.residuals)
      local.push_back(answer.text);
    for (const std::string& text : local) {
      if (text.empty()) continue;
      for (std::size_t other = 0; other < played.copies.size(); ++other) {
        bool found = false;
        for (const RenderedBox& box : played.copies[other].boxes) {
          found = found || box.text.find(text) != std::string::npos;
        }
        EXPECT_EQ(found, own == other) << played.copies[other].board << ": " << text;
      }
    }
  }
}

TEST(Demonstration, nothing_stops_the_copies) {
  for (const char* name : {"thornmere-police"}) {
    const Played played = play(name);
    std::vector<BoardIdentity> engaged;
    for (const BoardEntry& entry : played.file.boards)
      engaged.push_back(entry.board);
    for (std::size_t i = 0; i < played.copies.size(); ++i) {
      const auto findings =
          check_copy(played.engagements[i], Catalogue::shipped().index(), played.file.common,
                     played.file.boards[i].side, played.copies[i], engaged, played.file.as_of);
      for (const CopyFinding& finding : findings) {
        if (finding.severity != Severity::error) continue;
        ADD_FAILURE() << name << " for " << engaged[i].code << ": " << finding.key << " "
                      << finding.message;
      }
    }
  }
}

TEST(Demonstration, same_answers_give_the_same_copies) {
  const auto plain = [](std::string_view bytes) {
    return std::to_string(std::hash<std::string_view>{}(bytes));
  };
  const Played once = play("thornmere-police");
  const Played again = play("thornmere-police");
  EXPECT_EQ(once.copies, again.copies);
  for (std::size_t i = 0; i < once.copies.size(); ++i) {
    EXPECT_EQ(fingerprint(once.copies[i], plain), fingerprint(again.copies[i], plain));
  }
}

}  // namespace
}  // namespace onereturn::mapping
