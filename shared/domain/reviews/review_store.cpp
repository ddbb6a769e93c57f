#include "domain/reviews/review_store.hpp"

#include "domain/reviews/sql.hpp"

namespace onereturn::reviews {
namespace {

using postgres::Row;

ReviewNote note_of(const Row& row) {
  return {row.text("item"), row.number("version"), row.text_if("grade").value_or(""),
          row.text("comment"), row.instant("at")};
}

ReviewedReturn return_of(const Row& row) {
  ReviewedReturn one;
  one.return_id = row.id<ReturnId>("return_id");
  one.version = row.number("version_no");
  one.organisation = row.text("organisation");
  one.title = row.text("title");
  one.form = {row.text("template_code"), row.number("template_version")};
  one.sent_at = row.instant_if("sent_at");
  one.noted = row.number("noted");
  return one;
}

Review review_of(const Row& row) {
  Review review;
  review.review = row.id<ReviewId>("review_id");
  review.person = row.id<PersonId>("person_id");
  review.reviewer = row.text_if("reviewer").value_or("");
  review.here = row.boolean("here");
  review.home = row.text("home");
  review.words = row.text("words");
  review.from_on = row.date("from_on");
  review.until_on = row.date("until_on");
  review.invited_by = row.text_if("invited_by_name").value_or("");
  review.invited_at = row.instant("invited_at");
  review.ended_at = row.instant_if("ended_at");
  return review;
}

// Rows come by review, one for each of its returns.
std::vector<Review> reviews_of(const postgres::Rows& rows) {
  std::vector<Review> reviews;
  for (const Row row : rows) {
    if (reviews.empty() || reviews.back().review.text() != row.view("review_id")) {
      reviews.push_back(review_of(row));
    }
    reviews.back().returns.push_back(return_of(row));
  }
  return reviews;
}

}  // namespace

std::vector<ReturnForReview> returns_for_review(postgres::BoardTx& tx,
                                                const InviteToReview& command) {
  std::vector<ReturnForReview> found;
  for (const Row row :
       tx.run(sql::returns_for_review, command.returns, command.person, command.home)) {
    found.push_back({row.text("organisation"), row.boolean("own")});
  }
  return found;
}

std::vector<PossibleReviewer> load_possible_reviewers(postgres::BoardTx& tx) {
  std::vector<PossibleReviewer> people;
  for (const Row row : tx.run(sql::possible_reviewers)) {
    people.push_back(
        {row.id<PersonId>("person_id"), row.text("person_name"), row.text("position")});
  }
  return people;
}

bool insert_review(postgres::BoardTx& tx, const InviteToReview& command) {
  const auto inserted = tx.run(sql::insert_review, command.review, command.person, command.home,
                               command.words, command.from_on, command.until_on, command.at);
  if (inserted.affected() == 0) return false;
  tx.run(sql::insert_review_returns, command.review, command.returns);
  return true;
}

void tell_reviewer(postgres::BoardTx& tx, const PersonId& person, Date from_on, Date until_on) {
  tx.run(sql::tell_reviewer, person, to_words(from_on), to_words(until_on));
}

std::vector<Review> load_reviews(postgres::BoardTx& tx, const std::optional<ReviewId>& one) {
  return reviews_of(tx.run(sql::reviews_of_board, one));
}

bool mark_ended(postgres::BoardTx& tx, const ReviewId& review, Instant at) {
  return tx.run(sql::end_review, review, at).affected() == 1;
}

std::map<ReviewId, std::vector<ReviewNote>> load_notes_on_return(postgres::BoardTx& tx,
                                                                 const ReturnId& id) {
  std::map<ReviewId, std::vector<ReviewNote>> notes;
  const std::optional<ReviewId> any;
  for (const Row row : tx.run(sql::review_notes, any, id)) {
    notes[row.id<ReviewId>("review_id")].push_back(note_of(row));
  }
  return notes;
}

std::map<ReturnId, std::vector<ReviewNote>> load_notes_of_review(postgres::BoardTx& tx,
                                                                 const ReviewId& review) {
  std::map<ReturnId, std::vector<ReviewNote>> notes;
  const std::optional<ReturnId> any;
  for (const Row row : tx.run(sql::review_notes, review, any)) {
    notes[row.id<ReturnId>("return_id")].push_back(note_of(row));
  }
  return notes;
}

void enter_review(postgres::SessionTx& tx, Date day) { tx.run(sql::enter_review, day); }

std::vector<Review> load_my_reviews(postgres::SessionTx& tx) {
  return reviews_of(tx.run(sql::my_reviews));
}

std::vector<ReviewNote> load_my_notes(postgres::SessionTx& tx, const ReviewId& review,
                                      const ReturnId& id) {
  std::vector<ReviewNote> notes;
  for (const Row row : tx.run(sql::review_notes, review, id)) {
    notes.push_back(note_of(row));
  }
  return notes;
}

void insert_note(postgres::SessionTx& tx, const NoteOnItem& command) {
  tx.run(sql::insert_review_note, command.review, command.return_id, command.item,
         command.after + 1, command.grade, command.comment, command.at);
}

bool mark_sent(postgres::SessionTx& tx, const ReviewId& review, const ReturnId& id, Instant at) {
  return tx.run(sql::mark_review_sent, review, id, at).affected() == 1;
}

}  // namespace onereturn::reviews
