#include "domain/fan_out/copy_words.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "base/ensure.hpp"
#include "domain/frameworks/words.hpp"

namespace onereturn::fan_out {
namespace {

using mapping::BoxState;
using mapping::SourceKind;

constexpr std::array<std::pair<std::string_view, BoxState>, 9> states = {
    {{"text", BoxState::written},
     {"detail", BoxState::written},
     {"board", BoxState::left_to_board},
     {"set", BoxState::set},
     {"chosen", BoxState::chosen},
     {"no_point", BoxState::no_point},
     {"unanswered", BoxState::unanswered},
     {"na", BoxState::not_applicable},
     {"redacted", BoxState::written}}};

}  // namespace

const char* state_word(const mapping::RenderedBox& box) {
  switch (box.state) {
    case BoxState::written:
      return box.content == frameworks::BoxContent::detail ? "detail" : "text";
    case BoxState::left_to_board:
      return "board";
    case BoxState::set:
      return "set";
    case BoxState::chosen:
      return "chosen";
    case BoxState::no_point:
      return "no_point";
    case BoxState::not_applicable:
      return "na";
    case BoxState::choose:
    case BoxState::unanswered:
      return "unanswered";
  }
  broken_invariant("an unknown state of a box", __FILE__, __LINE__);
}

BoxState state_of(std::string_view word) {
  for (const auto& [known, state] : states) {
    if (known == word) {
      return state;
    }
  }
  broken_invariant("a stored box has an unknown state", __FILE__, __LINE__);
}

const char* kind_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::requirement:
      return "answer";
    case SourceKind::local_whole:
    case SourceKind::local_part:
      return "local";
    case SourceKind::residual:
      return "residual";
    case SourceKind::direct:
      return "direct";
    case SourceKind::choice:
      return "choice";
    case SourceKind::replacement:
      return "override";
    case SourceKind::profile:
      return "detail";
    case SourceKind::evidence:
      return "evidence";
    case SourceKind::promise:
      return "commitment";
  }
  broken_invariant("an unknown kind of source", __FILE__, __LINE__);
}

SourceKind kind_of(std::string_view word, std::string_view rule) {
  if (word == "local") {
    return rule == "whole" ? SourceKind::local_whole : SourceKind::local_part;
  }
  constexpr std::array<std::pair<std::string_view, SourceKind>, 8> kinds = {
      {{"answer", SourceKind::requirement},
       {"residual", SourceKind::residual},
       {"direct", SourceKind::direct},
       {"choice", SourceKind::choice},
       {"override", SourceKind::replacement},
       {"detail", SourceKind::profile},
       {"evidence", SourceKind::evidence},
       {"commitment", SourceKind::promise}}};
  for (const auto& [known, kind] : kinds) {
    if (known == word) {
      return kind;
    }
  }
  broken_invariant("a stored source has an unknown kind", __FILE__, __LINE__);
}

const char* rule_word(const mapping::Source& source) {
  if (source.kind == SourceKind::local_whole) {
    return "whole";
  }
  if (source.kind == SourceKind::local_part) {
    return "part";
  }
  return source.relation ? frameworks::to_word(*source.relation) : "";
}

std::optional<frameworks::Relation> relation_of(std::string_view word) {
  for (const auto& [known, relation] : frameworks::relation_words) {
    if (word == known) {
      return relation;
    }
  }
  return std::nullopt;
}

}  // namespace onereturn::fan_out
