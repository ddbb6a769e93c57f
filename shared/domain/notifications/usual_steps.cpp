#include "domain/notifications/chase_text.hpp"

namespace onereturn::notifications {

namespace {

ChaseStep step(About about, int days, Rung rung, const char* name, const char* subject,
               const char* body) {
  ChaseStep made;
  made.about = about;
  made.days = days;
  made.rung = rung;
  made.name = name;
  made.subject = subject;
  made.body = body;
  made.needs_approval = rung == Rung::board_member || rung == Rung::chair;
  return made;
}

}  // namespace

std::vector<ChaseStep> usual_steps() {
  using enum Rung;
  return {
      step(About::request, -42, person, "First reminder: six weeks left", "{form} is due on {due}",
           "{board} has asked {organisation} for {form}. It is due on {due}, in {days}.\n\n"
           "You can stop and go on whenever you like: {link}"),
      step(About::request, -14, person, "Second reminder: two weeks left",
           "Two weeks left for {form}",
           "{form} of {organisation} is due on {due}, in {days}. It goes on from where you left "
           "it: {link}\n\nIf something keeps you from it, tell us now rather than then."),
      step(About::request, 0, lead, "Due today", "{form} is due today",
           "{form} of {organisation} is due today, {due}, and is not here yet.\n\n{link}"),
      step(About::request, 3, lead, "Three days late", "{form} is late",
           "{form} of {organisation} was due on {due}. Send it as soon as you can, or tell us "
           "when it will come.\n\n{link}"),
      step(About::request, 14, board_member, "Still late: copied to the board member",
           "{form} of {organisation} is {days} late",
           "You speak for {organisation} on {board}. Its {form} was due on {due} and has not "
           "come, though its lead was reminded. We ask you to take it up there."),
      step(About::request, 28, chair, "On the chair's list", "Late returns for your attention",
           "{form} of {organisation} was due on {due} and has not come; its lead and its member "
           "of the board were reminded."),
      step(About::action, -7, person, "An action is due in a week", "An action is due on {due}",
           "An action that {organisation} agreed with {board} is due on {due}. Say how far it "
           "is: {link}"),
      step(About::action, 2, lead, "Your action is overdue", "An action was due on {due}",
           "An action that {organisation} agreed with {board} was due on {due}. Is it done? Say "
           "so, or say what keeps it: {link}"),
      step(About::plan, -7, person, "A plan is due in a week", "{form} is due on {due}",
           "{board} has asked {organisation} for a plan. It is due on {due}: {link}"),
      step(About::plan, 2, lead, "A plan is late", "{form} is late",
           "{form} of {organisation} was due on {due} and is not here yet. Offer it, or tell us "
           "when it will come: {link}"),
      step(About::evidence, -3, person, "Evidence is due in three days", "{form} is due on {due}",
           "{board} has asked {organisation} for evidence. It is due on {due}: {link}"),
      step(About::evidence, 2, lead, "Evidence is late", "{form} is late",
           "{form} of {organisation} was due on {due} and is not here yet. Send it, or say why "
           "it cannot be sent: {link}"),
  };
}

}  // namespace onereturn::notifications
