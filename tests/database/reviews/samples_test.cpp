// Samples of evidence as a board draws them, and nobody else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evidence/evidence_asks.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "platform/crypto/digest.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
using namespace reviews;
using ::testing::SizeIs;

class Samples : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
};

DrawSample of_return(HowMany how, const std::string& seed = "20270302-F") {
  return {SampleId::random(), here::first_return(), std::nullopt, how, seed, here::noon};
}

Result<SampleId> drawn(const DrawSample& command, const std::string& who = here::manager) {
  return here::as_board(
      who, [&](postgres::BoardTx& tx) { return draw_sample(tx, command, crypto::sha256); });
}

Result<Sample> read(const SampleId& id, const std::string& who = here::manager) {
  return here::as_board(who, [&](postgres::BoardTx& tx) { return read_sample(tx, id); });
}

Result<Done> noted(const NoteResult& command, const std::string& who = here::manager) {
  return here::as_board(who, [&](postgres::BoardTx& tx) { return note_result(tx, command); });
}

TEST_F(Samples, stay_as_they_were_drawn_with_seed_population_size_who_and_when) {
  const auto id = drawn(of_return({false, 3}));
  ASSERT_TRUE(id);
  const auto sample = read(*id);
  ASSERT_TRUE(sample);
  EXPECT_EQ(sample->head.seed, "20270302-F");
  EXPECT_TRUE(sample->head.seed_entered);
  EXPECT_EQ(sample->head.population, 7);
  EXPECT_EQ(sample->head.size, 3);
  EXPECT_EQ(sample->head.drawn_by, here::manager);
  EXPECT_EQ(sample->head.drawn_at, here::noon);
  EXPECT_THAT(sample->pieces, SizeIs(3));
  std::vector<PieceRef> population;
  for (const auto& one : sample->population) {
    population.push_back(one.piece);
  }
  EXPECT_EQ(draw(population, sample->head.seed, sample->head.how, crypto::sha256),
            sample->population);
}

TEST_F(Samples, are_drawn_once_by_a_button_pressed_twice_and_again_as_another) {
  const auto command = of_return({true, 50});
  const auto first = drawn(command);
  const auto again = drawn(command);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(*first, *again);
  const auto other = drawn(of_return({true, 50}, ""));
  ASSERT_TRUE(other);
  EXPECT_NE(*other, *first);
  EXPECT_FALSE(read(*other)->head.seed_entered);
  EXPECT_TRUE(read(*other)->head.seed.starts_with("20270316-"));
  EXPECT_TRUE(read(*first)) << "the first stays";
}

TEST_F(Samples, of_a_wave_take_some_of_each_return) {
  DrawSample command = of_return({false, 2});
  command.return_id.reset();
  command.audit = AuditId{here::wave()};
  const auto id = drawn(command);
  ASSERT_TRUE(id);
  const auto sample = read(*id);
  EXPECT_EQ(sample->head.population, 10);
  EXPECT_EQ(sample->head.size, 4);
  const auto heads = here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return Result(list_samples(tx, here::second_return()));
  });
  EXPECT_EQ(heads->front().sample, *id) << "also listed with each of its returns";
}

TEST_F(Samples, refuse_what_cannot_be_drawn) {
  EXPECT_EQ(drawn(of_return({false, 0})).problem().fields.front().field, "amount");
  auto nowhere = of_return({false, 1});
  nowhere.return_id = ReturnId::random();
  EXPECT_EQ(drawn(nowhere).problem().code, ProblemCode::not_found);
  EXPECT_EQ(drawn(of_return({false, 1}), here::other_manager).problem().code,
            ProblemCode::not_found)
      << "another board's return";
}

TEST_F(Samples, are_their_boards_alone) {
  const auto id = drawn(of_return({false, 1}));
  EXPECT_EQ(read(*id, here::other_manager).problem().code, ProblemCode::not_found);
  Raw raw("gateway");
  for (const std::string table :
       {"evidence_sample", "evidence_sample_piece", "evidence_sample_result"}) {
    EXPECT_EQ(raw.refusal({"select identity.enter(sha256('lead'))", "select from tenant." + table}),
              "42501");
    EXPECT_EQ(raw.refusal({"select identity.enter(sha256('" + here::manager + "'))",
                           "delete from tenant." + table}),
              "42501")
        << "nobody takes a sample back";
  }
}

TEST_F(Samples, keep_each_result_and_refuse_a_second_opinion_on_top_of_a_colleagues) {
  const auto id = drawn(of_return({false, 2}));
  const auto piece = read(*id)->pieces.front().drawn.piece;
  NoteResult command{
      *id, here::first_return(), piece.number, 0, Outcome::partly, "Half of it", here::noon};
  EXPECT_TRUE(noted(command));
  EXPECT_EQ(noted(command).problem().key, "changed-meanwhile");
  command.after = 1;
  command.outcome = Outcome::supports;
  EXPECT_TRUE(noted(command));
  const auto results = read(*id)->pieces.front().results;
  ASSERT_THAT(results, SizeIs(2));
  EXPECT_EQ(results[0].outcome, Outcome::supports);
  EXPECT_EQ(results[1].note, "Half of it");
  EXPECT_EQ(read(*id)->head.seen, 1);
  command.piece = 99;
  EXPECT_EQ(noted(command).problem().code, ProblemCode::not_found);
  command.note = std::string(10'001, 'x');
  EXPECT_EQ(noted(command).problem().code, ProblemCode::invalid);
}

TEST_F(Samples, say_in_the_evaluation_which_item_was_drawn) {
  const auto id = drawn(of_return({true, 100}, "all of it"));
  const auto notes = here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return Result(notes_of_samples(tx, here::first_return()));
  });
  const auto mine = std::count_if(notes->begin(), notes->end(),
                                  [&](const auto& note) { return note.sample == *id; });
  EXPECT_EQ(mine, 7);
}

// One question about a drawn piece, to its end.
TEST_F(Samples, lead_to_questions_that_the_agency_answers_and_the_board_ends) {
  using namespace evidence;
  const auto ask = [&](int number, std::optional<Date> due) {
    return here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return ask_for_evidence(tx, here::first_return(), number, "Drawn", here::noon, due, 1);
    });
  };
  EXPECT_EQ(ask(1, here::day_after(-1)).problem().fields.front().field, "due");
  EXPECT_EQ(ask(1, here::day_after(367)).problem().fields.front().field, "due");
  ASSERT_TRUE(ask(1, here::day_after(14)));
  EXPECT_EQ(ask(1, {}).problem().code, ProblemCode::conflict);
  const auto list = [&](Date today, std::optional<AskStanding> only) {
    return *here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return Result(list_asked_pieces(tx, today, only, 0, 50));
    });
  };
  EXPECT_THAT(list(here::today, AskStanding::waiting).list, SizeIs(1));
  EXPECT_THAT(list(here::day_after(15), AskStanding::overdue).list, SizeIs(1));
  EXPECT_THAT(list(here::day_after(14), AskStanding::overdue).list, SizeIs(0));
  const auto open = list(here::today, {}).list.front().ask.ask;
  const auto decide = [&](const AskId& id, bool accepted, const std::string& reason, bool again) {
    return here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return decide_on_evidence(tx, id,
                                {accepted, reason, again, here::day_after(30), here::later(1)});
    });
  };
  EXPECT_EQ(decide(open, true, "", false).problem().detail, "They have not answered yet.");
  ASSERT_TRUE(here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return answer_evidence_ask(tx, open, {std::nullopt, "It is in the safe", here::noon});
  }));
  EXPECT_EQ(decide(open, false, " ", true).problem().fields.front().field, "reason");
  ASSERT_TRUE(decide(open, false, "Please copy it", true));
  EXPECT_EQ(decide(open, true, "", false).problem().code, ProblemCode::conflict);
  const auto both = list(here::today, {});
  ASSERT_THAT(both.list, SizeIs(2)) << "asked again keeps both";
  EXPECT_EQ(both.counts[static_cast<std::size_t>(AskStanding::not_accepted)], 1);
  const auto ends =
      here::as_agency("lead", [&](postgres::AgencyTx& tx) { return Result(ends_of_asks(tx)); });
  EXPECT_EQ(ends->at(open).decision->reason, "Please copy it");
  const auto second = both.list.front().ask.ask;
  ASSERT_TRUE(here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return answer_evidence_ask(tx, second, {std::nullopt, "It burnt", here::noon});
  }));
  EXPECT_TRUE(decide(second, true, "", false));
  const auto theirs = here::as_agency(
      "other lead", [&](postgres::AgencyTx& tx) { return Result(ends_of_asks(tx)); });
  EXPECT_THAT(*theirs, SizeIs(0)) << "another agency reads nothing of it";
}

}  // namespace
}  // namespace onereturn::testing
