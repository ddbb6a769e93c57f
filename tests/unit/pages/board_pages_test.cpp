// What a board reads about its cycle, as pages, with every key demanded.

#include <gtest/gtest.h>

#include "gateway/views/asking.hpp"
#include "gateway/views/board_home.hpp"
#include "gateway/views/entry_forms.hpp"
#include "gateway/views/register_list.hpp"
#include "gateway/views/standing.hpp"
#include "gateway/views/waves.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using testing::has;
using testing::rendered_page;

using html::Data;

const Date today = *parse_date("2027-03-16");

returns::Wave wave() {
  returns::Wave each;
  each.wave = AuditId::random();
  each.title = "Section 11, <2027>";
  each.mode = returns::WaveMode::wave;
  each.opens_on = parse_date("2027-01-05");
  each.due_on = parse_date("2027-04-30");
  each.form_name = "Our form";
  each.counts = {79, 31, 9, 22, 41, 3, 1, 52, 14};
  return each;
}

reporting::BoardHome home() {
  reporting::BoardHome all;
  all.waves = {wave()};
  all.wave = all.waves.front();
  all.kinds = {{"evaluate", "/returns?state=to_evaluate", "return to evaluate",
                "returns to evaluate", "returns in", 31, 103},
               {"plan", "/plans?state=offered", "plan to ratify", "plans to ratify",
                "plans demanded", 1, 4}};
  all.waiting = {
      {"evaluate", "Evaluate return", "/returns/x", "Fenwick & Sons", today, true, "Kit"},
      {"question", "Answer a question", "/threads/x", "Fern Lane", today, true, ""},
      {"plan", "Ratify a plan", "/plans/x", "Fern Lane", parse_date("2026-12-01"), false, ""}};
  all.waiting_in_all = 32;
  actions::BoardAction late;
  late.action = ActionId::random();
  late.what = "Publish <it>\nIn Polish";
  late.organisation = "Fern Lane";
  late.by_on = parse_date("2027-03-14");
  all.overdue = {late};
  all.actions_overdue = 12;
  all.actions_open = 214;
  all.now = reporting::Curve{"2027", 182, {0, 10, 50, 103}, 16};
  all.before = reporting::Curve{"2025", 100, {0, 5, 10, 28, 50, 81}, 16};
  all.organisations = 350;
  all.not_invited = 1;
  all.due_soon = 2;
  return all;
}

notifications::Week week() {
  notifications::Week all;
  all.settings.on = true;
  notifications::WeekGroup group;
  group.step.step = notifications::StepId::random();
  group.step.name = "First reminder: six weeks left";
  group.at = *parse_instant("2027-03-17T09:30:00Z");
  group.goes_at = group.at;
  group.goes = 27;
  all.groups = {group};
  all.last_week.sent = 61;
  all.last_week.returns = 24;
  return all;
}

TEST(BoardHomePage, has_seven_figures_that_open_their_lists_and_say_of_how_many) {
  const auto all = home();
  const auto page = rendered_page("pages/board_home", board_home_page(all, week(), today, true));
  const auto base = "href=\"/waves/" + all.wave->wave.text();
  EXPECT_TRUE(has(page, "182 returns due by 30 April 2027, 103 in"));
  for (const auto* state :
       {"signed_off", "evaluated", "to_evaluate", "sent_back", "started", "not_started"}) {
    EXPECT_TRUE(has(page, base + "?state=" + state + "\"")) << state;
  }
  EXPECT_TRUE(has(page, base + "?needs=late\""));
  EXPECT_TRUE(has(page, "41<span class=\"stats__of\"> of 182</span>"));
  EXPECT_TRUE(has(page, "27<span class=\"stats__of\"> of 182</span>")) << "79 awaited, 52 begun";
  EXPECT_TRUE(has(page, "14<span class=\"stats__of\"> of 88 with them</span>"))
      << "79 awaited, 9 back";
  EXPECT_TRUE(has(page, "3 returns are left out of these figures"));
  EXPECT_TRUE(has(page, "Section 11, &lt;2027&gt;"));
  EXPECT_TRUE(has(page, "Actions overdue: 12 of 214"));
  EXPECT_TRUE(has(page, "Twice as many in as at this point in 2025"));
  EXPECT_TRUE(has(page, "57% now"));
}

TEST(BoardHomePage, says_what_waits_of_how_many_and_with_whom) {
  const auto page = rendered_page("pages/board_home", board_home_page(home(), week(), today, true));
  EXPECT_TRUE(has(page, "href=\"/returns?state=to_evaluate\">31 returns to evaluate</a>"));
  EXPECT_TRUE(has(page, "of 103 returns in"));
  EXPECT_TRUE(has(page, "href=\"/plans?state=offered\">1 plan to ratify</a>"));
  EXPECT_TRUE(has(page, "of 4 plans demanded"));
  EXPECT_TRUE(has(page, "The 3 that have waited longest. 29 more are in these lists:"));
  auto few = home();
  few.waiting_in_all = 3;
  EXPECT_FALSE(has(rendered_page("pages/board_home", board_home_page(few, week(), today, true)),
                   "waited longest"));
  EXPECT_TRUE(has(page, "data-l=\"With\">Kit</td>"));
  EXPECT_TRUE(has(page, "data-l=\"With\"><span class=\"quiet\">nobody</span></td>"));
  EXPECT_TRUE(has(page, "data-l=\"With\"></td>")) << "a plan is given to nobody";
  EXPECT_TRUE(has(page, "data-l=\"Since\">16 Mar</td>"));
  EXPECT_TRUE(has(page, "data-l=\"Since\">1 December 2026</td>")) << "another year is said";
}

TEST(BoardHomePage, has_a_line_for_each_open_wave_where_there_are_several) {
  auto all = home();
  all.open = {wave()};
  EXPECT_FALSE(has(rendered_page("pages/board_home", board_home_page(all, week(), today, true)),
                   "open now"));
  auto rolling = wave();
  rolling.title = "As they fall <due>";
  rolling.due_on.reset();
  rolling.counts.late = 20;
  all.open = {rolling, wave()};
  const auto page = rendered_page("pages/board_home", board_home_page(all, week(), today, true));
  EXPECT_TRUE(has(page, "2 are open now, 34 late in all"));
  EXPECT_TRUE(has(page, "href=\"/board?wave=" + rolling.wave.text() + "\">As they fall &lt;due"));
  EXPECT_TRUE(
      has(page, "href=\"/waves/" + rolling.wave.text() + "?needs=late\">20 of 88 with them"));
  EXPECT_TRUE(has(page, "Each by its own day"));
  EXPECT_TRUE(has(page, "27 of 182"));
}

TEST(BoardHomePage, says_of_how_many_who_is_not_invited_or_due_and_opens_that_list) {
  const auto page = rendered_page("pages/board_home", board_home_page(home(), week(), today, true));
  EXPECT_TRUE(has(page, "href=\"/register?needs=not_invited\">1 of 350 organisations have not"));
  EXPECT_TRUE(has(page, "href=\"/register?needs=due&amp;sort=due\">2 of 350 organisations asked"));
}

TEST(BoardHomePage, opens_each_overdue_action_with_how_it_stands) {
  const auto all = home();
  const auto page = rendered_page("pages/board_home", board_home_page(all, week(), today, true));
  EXPECT_TRUE(has(page, "href=\"/actions/" + all.overdue[0].action.text() + "\""));
  EXPECT_TRUE(has(page, "Publish &lt;it&gt;</a>"));
  EXPECT_FALSE(has(page, "In Polish")) << "its first line is its title";
  EXPECT_TRUE(has(page, "No status yet"));
  EXPECT_TRUE(has(page, "2 days"));
  EXPECT_TRUE(has(page, "href=\"/actions?show=overdue\""));
}

TEST(BoardHomePage, says_what_of_plans_and_evidence_is_late_of_how_many) {
  auto all = home();
  EXPECT_FALSE(has(rendered_page("pages/board_home", board_home_page(all, {}, today, true)),
                   "plans?state=overdue"));
  all.overdue.clear();
  all.late = {{"/plans?state=overdue", "plan late", "plans late", "demanded and not here", 2, 5},
              {"/evidence-asked?state=overdue", "piece late", "pieces late", "asked for", 0, 3}};
  const auto page = rendered_page("pages/board_home", board_home_page(all, {}, today, true));
  EXPECT_TRUE(has(page, "href=\"/plans?state=overdue\"><span class=\"late\">2 plans late</span>"));
  EXPECT_TRUE(has(page, "of 5 demanded and not here"));
  EXPECT_TRUE(has(page, "href=\"/evidence-asked?state=overdue\"><span>0 pieces late</span>"));
  EXPECT_TRUE(has(page, "No action is late."));
  EXPECT_FALSE(has(page, "Nothing is late.")) << "two plans are";
}

TEST(BoardHomePage, says_what_goes_out_this_week_or_that_nothing_does) {
  const auto page = rendered_page("pages/board_home", board_home_page(home(), week(), today, true));
  EXPECT_TRUE(has(page, "Wed 17 March, 9:30"));
  EXPECT_TRUE(has(page, "First reminder: six weeks left"));
  EXPECT_TRUE(has(page, "Read or stop"));
  EXPECT_TRUE(has(page, "Nothing goes out at weekends"));
  EXPECT_TRUE(has(page, "61 reminders went out and 24 returns came in"));
  const auto off = rendered_page("pages/board_home", board_home_page(home(), {}, today, true));
  EXPECT_TRUE(has(off, "reminders are switched off"));
  EXPECT_TRUE(has(off, "href=\"/set-up/reminders\""));
  const auto reader = rendered_page("pages/board_home", board_home_page(home(), {}, today, false));
  EXPECT_FALSE(has(reader, "href=\"/set-up/reminders\""));
}

TEST(BoardHomePage, says_on_the_first_day_what_to_do) {
  reporting::BoardHome nothing;
  const auto page = rendered_page("pages/board_home", board_home_page(nothing, {}, today, true));
  EXPECT_TRUE(has(page, "Nobody is asked yet"));
  EXPECT_TRUE(has(page, "Put the first organisation in your register"));
  EXPECT_TRUE(has(page, "Nothing is late."));
  EXPECT_FALSE(has(page, "<svg class=\"chart"));
}

TEST(BoardHomePage, draws_no_bar_of_nothing_and_shows_an_exercise_of_a_thousand_weeks) {
  auto all = home();
  all.wave->counts = {};
  all.now = reporting::Curve{"2027", 0, {0}, {}};
  all.before.reset();
  const auto page = rendered_page("pages/board_home", board_home_page(all, {}, today, false));
  EXPECT_FALSE(has(page, "chart flow"));
  EXPECT_TRUE(has(page, "How returns come in"));
  EXPECT_TRUE(has(page, "0 returns due by"));
}

agency_register::RegisterPage rows() {
  agency_register::RegisterPage page;
  agency_register::RegisterRow row;
  row.entry = EntryId::random();
  row.name = "=Fern & Lane";
  row.type_words = "School";
  row.state = "started";
  row.late = true;
  row.questions = 60;
  row.confirmed = 31;
  row.due_on = parse_date("2027-03-12");
  page.rows = {row};
  page.total = 60;
  return page;
}

TEST(RegisterPage, shows_whom_to_ask_and_who_is_late) {
  const auto shape = register_shape({{"school", "School", {}}}, {wave()}, {});
  const auto asked = list_asked(http::Fields{}, shape);
  const auto page = rows();
  const agency_register::RegisterCounts counts{60, 5, {{"started", 1}}, {{"school", 60}}, {}};
  const auto text =
      rendered_page("pages/register", register_page({shape, asked, page, counts, true, ""}));
  EXPECT_TRUE(has(text, "60 organisations, 5 joined."));
  EXPECT_TRUE(has(text, "name=\"entry\" value=\"" + page.rows[0].entry.text()));
  EXPECT_TRUE(has(text, "Late, started"));
  EXPECT_TRUE(has(text, "31 of 60"));
  EXPECT_TRUE(has(text, "href=\"/waves/new?all=yes\""));
  const auto reader =
      rendered_page("pages/register", register_page({shape, asked, page, counts, false, ""}));
  EXPECT_FALSE(has(reader, "type=\"checkbox\" name=\"entry\""));
  EXPECT_EQ(register_rows(page).front().size(), register_headings().size());
}

TEST(RegisterPage, keeps_the_wave_that_is_joined_through_filters_pages_and_asking_all) {
  const auto join = AuditId::random().text();
  auto shape = register_shape({}, {}, {});
  shape.kept = {{"join", join}};
  const auto asked = list_asked(http::Fields{}, shape);
  const auto page = rows();
  const agency_register::RegisterCounts counts{60, 5, {}, {}, {}};
  const auto text =
      rendered_page("pages/register", register_page({shape, asked, page, counts, true, "", join}));
  EXPECT_TRUE(has(text, "href=\"/waves/new?join=" + join + "&amp;all=yes\""));
  EXPECT_TRUE(has(text, "href=\"/register?join=" + join + "&amp;page=2\""));
  const auto hidden = "<input type=\"hidden\" name=\"join\" value=\"" + join + "\">";
  const auto first = text.find(hidden);
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(text.find(hidden, first + 1), std::string::npos)
      << "with the filter, and with the ticks";
}

returns::RequestWithChanges asked_once() {
  returns::RequestWithChanges found;
  found.request.request = RequestId::random();
  found.request.entry = EntryId::random();
  found.request.title = "Section 11 return 2027";
  found.request.form_name = "Our form";
  found.request.due_on = *parse_date("2027-04-30");
  found.request.asked_on = *parse_date("2027-03-01");
  return found;
}

TEST(AskedPage, leads_to_the_return_that_answers_it) {
  auto found = asked_once();
  const auto page = [&] {
    return rendered_page("pages/asked", asked_page({found, true, {}, "", {}, ""}));
  };
  EXPECT_FALSE(has(page(), "/returns/"));
  found.request.state = returns::AskedState::received;
  found.request.received = ReturnId::random();
  EXPECT_TRUE(has(page(), "href=\"/returns/" + found.request.received->text() + "\""));
  EXPECT_TRUE(has(page(), "Received"));
}

TEST(AskedPage, says_until_when_it_is_back_with_them) {
  auto found = asked_once();
  found.request.state = returns::AskedState::received;
  found.request.received = ReturnId::random();
  found.request.back_by = parse_date("2027-05-20");
  const auto page = rendered_page("pages/asked", asked_page({found, true, {}, "", {}, ""}));
  EXPECT_TRUE(has(page, "Back with them until 20 May 2027"));
  EXPECT_TRUE(has(page, "30 April 2027")) << "the first day stands beside it";
}

TEST(StandingStatus, says_of_what_is_back_that_it_is_late) {
  const auto words = [](bool late) {
    return standing_status("sent_back", late).find("text")->text();
  };
  EXPECT_EQ(words(false), "Sent back");
  EXPECT_EQ(words(true), "Late, sent back");
}

TEST(RegisterPage, marks_where_mail_came_back_and_leads_to_the_contacts) {
  const auto shape = register_shape({}, {}, {});
  const auto asked = list_asked(http::Fields{}, shape);
  auto page = rows();
  const agency_register::RegisterCounts counts{60, 5, {}, {}, {{"bounced", 1}}};
  const auto text = [&] {
    return rendered_page("pages/register", register_page({shape, asked, page, counts, true, ""}));
  };
  EXPECT_FALSE(has(text(), "came back</")) << "nothing did";
  page.rows[0].came_back = 2;
  EXPECT_TRUE(has(text(), "/register/" + page.rows[0].entry.text() + "/contacts\""));
  EXPECT_TRUE(has(text(), "Mail to 2 contacts came back"));
  page.rows[0].bounced = true;
  EXPECT_TRUE(has(text(), "Mail to everybody here came back"));
  EXPECT_EQ(register_rows(page).front().size(), register_headings().size());
}

TEST(WavePages, show_lists_forms_and_files) {
  const auto each = wave();
  const auto shape = wave_shape(each, {{"school", "School", {}}});
  returns::WavePage page;
  page.total = 1;
  returns::WaveRow row;
  row.request = RequestId::random();
  row.entry = EntryId::random();
  row.name = "Fern Lane";
  row.due_on = today;
  row.asked_on = today;
  row.state = "to_evaluate";
  row.received = ReturnId::random();
  page.rows = {row};
  const auto asked = list_asked(http::Fields{}, shape);
  const auto text = rendered_page("pages/wave", wave_page({each, shape, asked, page, "asked"}));
  EXPECT_TRUE(has(text, "href=\"/returns/" + row.received->text() + "\""));
  EXPECT_TRUE(has(text, "103 of 182 in."));
  EXPECT_TRUE(has(text, "/returns.csv\""));
  EXPECT_TRUE(has(text, "Not counted: 3 left out"));
  EXPECT_EQ(wave_rows(page).front().size(), wave_headings().size());
  EXPECT_TRUE(
      has(rendered_page("pages/waves", waves_page({each}, true)), "Wave, due on 30 April 2027"));
  WaveInput input;
  input.number = "n";
  input.entries = "one two";
  input.names = {"Fern <Lane>"};
  input.chosen = 7;
  input.open = {each};
  input.forms = {{{"f", 1}, "Our form", {}}};
  input.due = {"31", "2", "2027"};
  input.errors = {{"due", "31 February 2027 does not exist"}};
  const auto form = rendered_page("pages/wave_new", wave_form(input));
  EXPECT_TRUE(has(form, "Ask 7 organisations"));
  EXPECT_TRUE(has(form, "Fern &lt;Lane&gt; and 6 more"));
  EXPECT_TRUE(has(form, "31 February 2027 does not exist"));
  EXPECT_TRUE(has(form, "value=\"31\""));
}

TEST(EntryForms, give_back_what_was_typed) {
  agency_register::RegisterEntry entry;
  entry.entry = EntryId::random();
  entry.name = "Fern Lane";
  entry.type = "school";
  auto typed = written(entry);
  typed.name = "Fern \"Lane\" School";
  EditInput input{entry, typed, {"29", "2", "2027"}, 3, {{"school", "School", {}}}};
  input.changed = "Somebody changed it.";
  input.errors = {{"completed", "29 February 2027 does not exist: 2027 is not a leap year"}};
  const auto page = rendered_page("pages/register_edit", edit_page(input));
  EXPECT_TRUE(has(page, "Fern &quot;Lane&quot; School"));
  EXPECT_TRUE(has(page, "name=\"version\" value=\"3\""));
  EXPECT_TRUE(has(page, "Somebody changed it."));
  EXPECT_TRUE(has(page, "2027 is not a leap year"));
  for (const auto kind : {EndInput::Kind::close, EndInput::Kind::merge, EndInput::Kind::split}) {
    EndInput end{kind, entry, 2};
    end.reason = "Because <b>";
    const auto text = rendered_page("pages/register_close", end_page(end));
    const bool merges = kind == EndInput::Kind::merge;
    EXPECT_EQ(has(text, "id=\"open-carry\" name=\"open\" value=\"carry\" checked"), merges);
    EXPECT_EQ(has(text, "value=\"withdraw\" checked"), !merges);
    end.open = "keep";
    EXPECT_TRUE(
        has(rendered_page("pages/register_close", end_page(end)), "value=\"keep\" checked"));
    EXPECT_TRUE(has(text, "2 returns are asked for and not in."));
    EXPECT_TRUE(has(text, "Because &lt;b&gt;"));
  }
  TypesInput types{{{"school", "School", 36}}, {"", "Circus", "x", false, 0}};
  const auto kinds = rendered_page("pages/register_types", types_page(types));
  EXPECT_TRUE(has(kinds, "3 years"));
  EXPECT_TRUE(has(kinds, "value=\"Circus\""));
}

}  // namespace
}  // namespace onereturn::gateway::views
