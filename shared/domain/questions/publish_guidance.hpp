#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/questions/questions.hpp"
#include "platform/postgres/transaction.hpp"

// A board tells all of its agencies, in its own words, how an item is meant.
namespace onereturn::questions {

struct PublishGuidance {
  GuidanceId id;                   // comes with the form: pressed twice it is published once
  std::optional<ThreadId> thread;  // the conversation that it came from
  frameworks::VersionRef form;
  std::string item;
  std::string question;
  std::string answer;
};

// What would be published, as agencies will read it. Refuses with invalid: "question" or "answer"
// missing, longer than a page, or naming the organisation whose question it was; not_found for a
// conversation that is not this board's or is about no item, forbidden for a role that only reads.
Result<Guidance> preview_guidance(postgres::BoardTx& tx, const PublishGuidance& publish,
                                  Instant now);
// Refuses as the preview does.
Result<Guidance> publish_guidance(postgres::BoardTx& tx, const PublishGuidance& publish,
                                  Instant now);

struct ChangeGuidance {
  GuidanceId id;
  int seen = 0;  // the version that the writer had before them
  std::string question;
  std::string answer;
};

// The next version. Refuses with conflict, key "changed-meanwhile", where another stands by now,
// and "withdrawn" once it was taken back.
Result<Guidance> change_guidance(postgres::BoardTx& tx, const ChangeGuidance& change, Instant now);

// No agency sees it any more; the board keeps every version. Twice is once.
Result<Done> withdraw_guidance(postgres::BoardTx& tx, const GuidanceId& id, Instant now);

}  // namespace onereturn::questions
