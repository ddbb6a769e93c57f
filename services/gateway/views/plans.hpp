#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/reviews/plan.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Plans that a board demands, from both sides.
namespace onereturn::gateway::views {

// pages/plans: what the board demanded, as a list. What is withdrawn is shown when it is asked for.
ListShape plans_shape();
html::Data plans_page(const std::vector<reviews::Plan>& plans, Date today, ListAsked asked,
                      bool may_export);
std::vector<std::string> plans_headings();
std::vector<std::vector<std::string>> plans_rows(const std::vector<reviews::Plan>& plans,
                                                 Date today, const ListAsked& asked);

// pages/plan_demand: the plans after one return, and the form that demands one.
struct TypedDemand {
  std::string plan;  // its number, made with the form
  std::string words;
  TypedDate due;
  std::vector<PageError> errors;
};
html::Data demand_page(const std::string& organisation, const std::string& title,
                       const std::string& return_href, const std::vector<reviews::Plan>& plans,
                       Date today, const TypedDemand& typed);

// pages/plan: one plan with every version, and what the board may say to the newest.
struct TypedPlanAnswer {
  std::string by_group, minute_ref;
  TypedDate on_day;
  std::string words;
  TypedDate due;
  std::vector<PageError> errors;
};
html::Data plan_page(const reviews::Plan& plan, Date today, bool may_answer,
                     const TypedPlanAnswer& typed);

// pages/our_plans and pages/our_plan: the agency's side.
html::Data our_plans_page(const std::vector<reviews::Plan>& plans, Date today);
struct TypedOffer {
  bool any = false;
  std::string words;
  std::set<std::string> commitments;
  std::vector<PageError> errors;
};
html::Data our_plan_page(const reviews::Plan& plan, const std::vector<reviews::PlanChoice>& choices,
                         Date today, bool may_offer, const TypedOffer& typed,
                         const std::string& saved);

}  // namespace onereturn::gateway::views
