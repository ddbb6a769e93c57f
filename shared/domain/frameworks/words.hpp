#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "domain/frameworks/frameworks.hpp"

// The words by which enumerators stand in documents and in the database.
namespace onereturn::frameworks {

template <class E, std::size_t N>
using Words = std::array<std::pair<const char*, E>, N>;

inline constexpr Words<LocalKind, 3> local_kind_words = {
    {{"common", LocalKind::common}, {"part", LocalKind::part}, {"whole", LocalKind::whole}}};

inline constexpr Words<TemplateKind, 5> template_kind_words = {
    {{"narrative", TemplateKind::narrative},
     {"composed", TemplateKind::composed},
     {"traffic-light", TemplateKind::traffic_light},
     {"board-grade", TemplateKind::board_grade},
     {"self-grade", TemplateKind::self_grade}}};

inline constexpr Words<BoxContent, 8> box_content_words = {
    {{"describes", BoxContent::describes},
     {"knows", BoxContent::knows},
     {"describes_then_knows", BoxContent::describes_then_knows},
     {"evidence", BoxContent::evidence},
     {"improvement", BoxContent::improvement},
     {"rating", BoxContent::rating},
     {"detail", BoxContent::detail},
     {"text", BoxContent::text}}};

inline constexpr Words<FilledBy, 3> filled_by_words = {
    {{"agency", FilledBy::agency},
     {"board", FilledBy::board},
     {"agency_then_board", FilledBy::agency_then_board}}};

inline constexpr Words<NotApplicableBy, 2> not_applicable_by_words = {
    {{"agency", NotApplicableBy::agency}, {"board", NotApplicableBy::board}}};

inline constexpr Words<ActionField, 8> action_field_words = {{{"what", ActionField::what},
                                                              {"area", ActionField::area},
                                                              {"how", ActionField::how},
                                                              {"lead", ActionField::lead},
                                                              {"by_on", ActionField::by_on},
                                                              {"change", ActionField::change},
                                                              {"progress", ActionField::progress},
                                                              {"evidence", ActionField::evidence}}};

inline constexpr Words<StatusRole, 4> status_role_words = {{{"complete", StatusRole::complete},
                                                            {"on_track", StatusRole::on_track},
                                                            {"at_risk", StatusRole::at_risk},
                                                            {"off_track", StatusRole::off_track}}};

inline constexpr Words<Relation, 5> relation_words = {{{"equal", Relation::equal},
                                                       {"subset", Relation::subset},
                                                       {"superset", Relation::superset},
                                                       {"intersects", Relation::intersects},
                                                       {"unmapped", Relation::unmapped}}};

inline constexpr Words<Confidence, 3> confidence_words = {
    {{"high", Confidence::high}, {"medium", Confidence::medium}, {"low", Confidence::low}}};

inline constexpr Words<MappingStatus, 4> mapping_status_words = {
    {{"draft", MappingStatus::draft},
     {"live", MappingStatus::live},
     {"reviewed", MappingStatus::reviewed},
     {"stale", MappingStatus::stale}}};

// The word of an enumerator, from its table.
template <class E, std::size_t N>
constexpr const char* word_of(const Words<E, N>& words, E value) {
  for (const auto& [word, candidate] : words) {
    if (candidate == value) return word;
  }
  return "";
}

inline const char* to_word(LocalKind value) { return word_of(local_kind_words, value); }
inline const char* to_word(TemplateKind value) { return word_of(template_kind_words, value); }
inline const char* to_word(BoxContent value) { return word_of(box_content_words, value); }
inline const char* to_word(FilledBy value) { return word_of(filled_by_words, value); }
inline const char* to_word(NotApplicableBy value) {
  return word_of(not_applicable_by_words, value);
}
inline const char* to_word(ActionField value) { return word_of(action_field_words, value); }
inline const char* to_word(StatusRole value) { return word_of(status_role_words, value); }
inline const char* to_word(Relation value) { return word_of(relation_words, value); }
inline const char* to_word(Confidence value) { return word_of(confidence_words, value); }
inline const char* to_word(MappingStatus value) { return word_of(mapping_status_words, value); }

}  // namespace onereturn::frameworks
