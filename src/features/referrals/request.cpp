#include "features/referrals/request.hpp"

#include <algorithm>

#include "features/referrals/words.hpp"

namespace hebra::referrals {
namespace {

constexpr auto k_review_at_most = std::chrono::days(30);

/// What each action must bring. An action without a row brings what it likes.
struct Needs {
    Action action;
    bool code = false, text = false, at = false, until = false, questions = false, position = false;
    std::vector<Reason> codes = {};
};

const std::vector<Needs>& needs() {
    using enum Reason;
    static const std::vector<Needs> k_needs = {
        {.action = Action::ask, .questions = true},
        {.action = Action::reply, .text = true},
        {.action = Action::waitlist, .until = true, .position = true},
        {.action = Action::review, .until = true, .position = true},
        {.action = Action::decline, .code = true,
         .codes = {no_places, out_of_age, other_territory, insufficient_data, closed_list, needs_court_order, already_attended,
                   other_level, person_declines, other}},
        {.action = Action::contest, .text = true},
        {.action = Action::send_back, .text = true},
        {.action = Action::uphold, .text = true},
        {.action = Action::close_declined, .text = true},
        {.action = Action::person_not_reached, .text = true},
        {.action = Action::schedule, .at = true},
        {.action = Action::reschedule, .text = true, .at = true},
        {.action = Action::hold, .text = true, .until = true},
        {.action = Action::report_outcome, .code = true, .text = true,
         .codes = {completed, ongoing, partly, referred_on, did_not_continue, other}},
        {.action = Action::dispute, .text = true},
        {.action = Action::cancel, .code = true, .codes = {person_withdraws, found_elsewhere, sent_by_mistake, other}},
        {.action = Action::fail, .code = true, .codes = {unreachable, deceased, moved, person_declines, other}},
        {.action = Action::mark_error, .text = true},
    };
    return k_needs;
}

}  // namespace

std::string age_band(std::optional<int> age) {
    if (!age) return "unknown";
    if (*age < 10) return "0-9";
    if (*age < 14) return "10-13";
    if (*age < 18) return "14-17";
    if (*age < 30) return "18-29";
    if (*age < 60) return "30-59";
    return "60+";
}

Result<> check_request(const MoveRequest& request, Urgency urgency, Time now, Date today) {
    const auto found = std::ranges::find(needs(), request.action, &Needs::action);
    if (found == needs().end()) return {};
    std::vector<FieldError> errors;
    const auto say_no = [&](const char* pointer, const Word& word) { errors.push_back({pointer, word}); };
    const bool known_code = request.code && std::ranges::count(found->codes, *request.code) > 0;
    if (found->code && !known_code) say_no("/code", words::k_code_needed);
    if (found->text && (!request.text || request.text->empty())) say_no("/text", words::k_text_needed);
    if (found->at && !request.at) say_no("/at", words::k_at_needed);
    if (found->at && request.at && *request.at < now) say_no("/at", words::k_at_past);
    if (found->until && !request.until) say_no("/until", words::k_until_needed);
    if (found->until && request.until && *request.until < today) say_no("/until", words::k_at_past);
    if (found->questions && request.questions.empty()) say_no("/questions", words::k_question_needed);
    if (found->position && !request.position) say_no("/position", words::k_position_needed);
    const bool waits = request.action == Action::waitlist || request.action == Action::review;
    if (waits && request.until && std::chrono::sys_days(*request.until) - std::chrono::sys_days(today) > k_review_at_most)
        say_no("/until", words::k_review_too_far);
    if (waits && urgency == Urgency::urgent) say_no("/action", words::k_urgent_cannot_wait);
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::referrals
