#pragma once

#include "domain/reviews/around_item.hpp"
#include "gateway/views/evaluation.hpp"

namespace onereturn::gateway::views {

// bits/item_around and bits/item_beside_grade: the samples, conversations and actions about one
// item, and the grade of last time.
void add_around(const evaluation::Workbench& bench, const evaluation::Subject& subject,
                const reviews::AroundItem& around, const Looker& looker, html::Data& page);

}  // namespace onereturn::gateway::views
