#include <algorithm>
#include <iterator>

#include "gateway/views/trail.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

struct Words {
  const char* what;
  const char* text;
};

constexpr Words of_a_board[] = {
    {"action.added", "Added an action"},
    {"action.answered_by_mail", "Somebody answered about an action by a mailed link"},
    {"action.asked_again", "Asked again about an action"},
    {"action.closed", "Closed an action without verifying it"},
    {"action.exported", "Took a list of actions along"},
    {"action.given", "Gave an action to somebody of the board"},
    {"action.mailed", "Asked about an action by mail"},
    {"action.noted", "Wrote into an action"},
    {"action.opened", "Looked at an action"},
    {"action.reopened", "Opened an action again"},
    {"action.reported", "An organisation reported on an action"},
    {"action.reworded", "Changed the words of an action"},
    {"action.taken_over", "Took an action over from an organisation that was merged"},
    {"action.status", "Changed the status of an action"},
    {"action.verified", "Verified and closed an action"},
    {"colleague.changed", "Changed what a colleague may do"},
    {"colleague.codes_reset", "Reset a colleague’s codes"},
    {"colleague.invitation_withdrawn", "Withdrew an invitation to a colleague"},
    {"colleague.invited", "Invited a colleague"},
    {"colleague.may_export", "Let a colleague take lists along"},
    {"colleague.may_not_export", "No longer let a colleague take lists along"},
    {"colleague.removed", "Removed a colleague"},
    {"evidence.accepted", "Accepted what was given for a piece of evidence"},
    {"contact.added", "Added a contact"},
    {"contact.address_trusted", "Trusted an address again that mail came back from"},
    {"contact.corrected", "Corrected a contact"},
    {"contact.ended", "Took a contact out"},
    {"contacts.exported", "Took the list of contacts along"},
    {"evaluation.agreed", "Agreed to an evaluation"},
    {"evaluation.begun", "Began to evaluate a return"},
    {"evaluation.correction_begun", "Opened a release to correct it"},
    {"evaluation.given", "Gave an evaluation to a colleague"},
    {"evaluation.given_to_nobody", "Took an evaluation from a colleague"},
    {"evaluation.graded", "Graded an item"},
    {"evaluation.handed_back", "Handed an evaluation back after a second look"},
    {"evaluation.opened", "Read a released evaluation"},
    {"evaluation.released", "Released an evaluation"},
    {"evaluation.sent_for_second_look", "Sent an evaluation for a second look"},
    {"evaluation.setting", "Changed how the board evaluates"},
    {"evaluation.taken_back", "Took an evaluation back from its second look"},
    {"evidence.asked_for", "Asked for a piece of evidence"},
    {"evidence.downloaded", "Opened a piece of evidence"},
    {"evidence.not_accepted", "Did not accept what was given for a piece of evidence"},
    {"plan.asked_again", "Asked for a plan again"},
    {"plan.demanded", "Demanded a plan"},
    {"plan.ratified", "Wrote down that a plan is ratified"},
    {"plan.withdrawn", "Withdrew the demand of a plan"},
    {"guidance.changed", "Changed guidance for agencies"},
    {"guidance.exported", "Took the guidance along"},
    {"guidance.published", "Published guidance for agencies"},
    {"guidance.withdrawn", "Took guidance back"},
    {"question.assigned", "Gave a question to a colleague"},
    {"question.begun", "Asked an agency"},
    {"question.closed", "Closed a question"},
    {"question.written", "Wrote to an agency"},
    {"report.drafted_again", "Drew a report again from the records"},
    {"report.exported", "Took the tables of a report along"},
    {"report.file_asked", "Asked for a file of a report"},
    {"report.file_taken", "Took a report along as a file"},
    {"report.finished", "Finished a report"},
    {"report.lifted", "Took conclusions over into a report"},
    {"report.look", "Changed how the board’s papers look"},
    {"report.made", "Made a report"},
    {"report.next_version", "Began the next version of a report"},
    {"report.opened", "Read a report"},
    {"report.signed", "Noted who signed a report"},
    {"report.withdrawn", "Withdrew a report"},
    {"report.written", "Wrote into a report"},
    {"register.added", "Added an organisation to the register"},
    {"register.changed", "Changed an organisation in the register"},
    {"register.closed", "Closed an organisation"},
    {"register.contact", "Changed whom to write to in the register"},
    {"register.exported", "Took the register along"},
    {"register.invited", "Invited an organisation"},
    {"register.joined", "An organisation joined"},
    {"register.merged", "Merged two organisations"},
    {"register.opened_again", "Opened an organisation again"},
    {"register.split", "Split an organisation"},
    {"register.type_added", "Added a kind of organisation"},
    {"register.type_changed", "Changed a kind of organisation"},
    {"reminder.added", "Added a reminder"},
    {"reminder.approved", "Approved reminders"},
    {"reminder.came_back", "A reminder came back"},
    {"action.mail_came_back", "A mail about an action came back"},
    {"reminder.changed", "Changed a reminder"},
    {"reminder.held_back", "Stopped reminders"},
    {"reminder.let_go", "Let reminders go again"},
    {"reminder.queued", "Reminders went out"},
    {"reminder.refused", "A reminder was refused"},
    {"reminder.removed", "Removed a reminder"},
    {"reminder.sent", "A reminder was sent"},
    {"reminder.stopped", "A reminder was no longer needed"},
    {"reminders.off", "Switched reminders off"},
    {"reminders.on", "Set up when reminders go out"},
    {"reminders.paused", "Paused reminders"},
    {"reminders.resumed", "Ended a pause of reminders"},
    {"request.asked", "Asked for returns"},
    {"request.counted_again", "Counted a request again"},
    {"request.due_changed", "Changed the day on which a return is due"},
    {"request.left_out", "Left a request out"},
    {"request.withdrawn", "Withdrew a request"},
    {"return.acknowledged", "Acknowledged a return"},
    {"return.delivered", "A return arrived"},
    {"return.evidence_listed", "Looked at the evidence of a return"},
    {"return.opened", "Opened a return"},
    {"review.ended", "Ended a review"},
    {"review.invited", "Invited a member to review"},
    {"review.sent", "Sent the notes of a review"},
    {"sample.drawn", "Drew a random sample of evidence"},
    {"sample.exported", "Took the list of a sample along"},
    {"sample.result", "Said what a piece of a sample shows"},
    {"return.send_back_withdrawn", "No longer asked for changes to a return"},
    {"return.sent_back", "Gave a return back for changes"},
    {"return.signed_off", "Signed a return for the board"},
    {"supplement.accepted", "Accepted a newer version of a return"},
    {"supplement.declined", "Declined a newer version of a return"},
    {"sight.ended", "Ended what a council may see"},
    {"sight.granted", "Let a council see"},
    {"sight.looked", "Looked at what the board lets a council see"},
    {"support.who_exported", "Took along who may need help"},
    {"support.noted", "Noted support"},
    {"support.struck", "Struck a note of support"},
    {"trail.exported", "Took this list along"},
    {"figures.exported", "Took a table of figures along"},
    {"training.exported", "Took the training needs along"},
    {"mapping.exported", "Took along what each form asks"},
    {"plan.exported", "Took the list of plans along"},
    {"questions.exported", "Took the list of questions along"},
    {"support.exported", "Took the log of support along"},
    {"returns.exported", "Took the list of returns along"},
    {"wave.exported", "Took the list of a wave along"},
    {"wave.joined", "Asked more organisations in a wave"},
    {"wave.opened", "Opened a wave"},
};

constexpr Words of_an_agency[] = {
    {"contact.added", "Told a board of a new contact"},
    {"contact.confirmed", "Confirmed the contacts that a board has"},
    {"contact.corrected", "Corrected a contact that a board has"},
    {"contact.ended", "Told a board that a contact has gone"},
    {"evaluation.opened", "Read what a board said of a return"},
    {"evidence.downloaded", "Opened a piece of evidence"},
    {"evidence.portfolio_downloaded", "Took all evidence along"},
    {"question.begun", "Asked a board"},
    {"question.closed", "Closed a question"},
    {"question.written", "Wrote to a board"},
    {"return.opened", "Opened the copy that a board holds"},
    {"trail.exported", "Took a list of openings along"},
    {"unit.exported", "Took a site along, with its history"},
};

}  // namespace

std::string entry_words(const std::string& what, bool of_board) {
  const auto look = [&](const auto& table) -> std::string {
    const auto found =
        std::ranges::find_if(table, [&](const Words& one) { return what == one.what; });
    if (found != std::end(table)) return found->text;
    auto words = what;
    std::ranges::replace_if(
        words, [](char each) { return each == '.' || each == '_'; }, ' ');
    return capital(words);
  };
  return of_board ? look(of_a_board) : look(of_an_agency);
}

}  // namespace onereturn::gateway::views
