#include "features/referrals/request.hpp"

#include <algorithm>

#include "features/referrals/words.hpp"

namespace hebra::referrals {
namespace {

constexpr auto k_review_at_most = std::chrono::days(30);
/// As far as an hour may be given or a pause may last, whatever the urgency: public waits are long and must be told as they
/// are; how late that is for this urgency, its commitment shows.
constexpr auto k_ahead_at_most = std::chrono::days(180);
/// How far ahead of ours the clock of whoever tells of something that happened may go.
constexpr auto k_clocks_differ = std::chrono::minutes(2);

/// What each action must bring. An action without a row brings what it likes.
struct Needs {
    Action action;
    bool code = false, text = false, at = false, until = false, questions = false, position = false, with_whom = false, asked = false;
    std::vector<Reason> codes = {};
};

const std::vector<Needs>& needs() {
    using enum Reason;
    const std::vector<Reason> k_beyond_places = {cannot_wait, place_soon, agreed_with_service, other};
    static const std::vector<Needs> k_needs = {
        {.action = Action::send, .codes = k_beyond_places},
        {.action = Action::accept, .codes = k_beyond_places},
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
        {.action = Action::person_confirms, .asked = true},
        {.action = Action::person_not_reached, .text = true, .asked = true},
        {.action = Action::person_denies, .asked = true},
        {.action = Action::close_verified, .asked = true},
        {.action = Action::close_unasked, .code = true, .codes = {did_not_consent, unreachable, deceased, other}},
        {.action = Action::schedule, .at = true},
        {.action = Action::reschedule, .text = true, .at = true},
        {.action = Action::confirm_first_contact, .with_whom = true},
        {.action = Action::hold, .text = true, .until = true},
        {.action = Action::report_outcome, .code = true, .text = true,
         .codes = {completed, ongoing, partly, referred_on, did_not_continue, other}},
        {.action = Action::dispute, .text = true, .asked = true},
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

namespace {

bool lacks(const std::optional<Private>& text) { return !text || is_blank(*text); }

/// What must be told of a moment that is to come, or that was.
void check_times(const MoveRequest& request, const Moment& moment, const Needs& needs, std::vector<FieldError>& errors) {
    const auto say_no = [&](const char* pointer, const Word& word) { errors.push_back({pointer, word}); };
    const char* hour = request.slot_id ? "/slot_id" : "/at";
    if (needs.at && !request.at) say_no("/at", words::k_at_needed);
    if (needs.at && request.at && *request.at < moment.now) say_no(hour, words::k_at_past);
    if (needs.at && request.at && *request.at > moment.now + k_ahead_at_most) say_no(hour, words::k_at_far);
    if (needs.until && !request.until) say_no("/until", words::k_until_needed);
    if (needs.until && request.until && *request.until < moment.today) say_no("/until", words::k_at_past);
    if (request.until) {
        const auto ahead = std::chrono::sys_days(*request.until) - std::chrono::sys_days(moment.today);
        const bool waits = request.action == Action::waitlist || request.action == Action::review;
        if (waits && ahead > k_review_at_most) say_no("/until", words::k_review_too_far);
        if (request.action == Action::hold && ahead > k_ahead_at_most) say_no("/until", words::k_hold_far);
    }
    if (request.action != Action::confirm_first_contact || !request.at) return;
    if (*request.at > moment.now + k_clocks_differ) say_no("/at", words::k_at_to_come);
    // Hours are told by the minute: what arrived in the minute it was sent did not arrive before.
    if (moment.sent_at && *request.at < std::chrono::floor<std::chrono::minutes>(*moment.sent_at)) say_no("/at", words::k_at_before_sent);
}

/// How the person was asked, of who asked them; and why nobody could.
void check_asking(const MoveRequest& request, const Moment& moment, const Needs& needs, std::vector<FieldError>& errors) {
    if (needs.asked && !request.asked && !moment.by_person) errors.push_back({"/asked", words::k_asked_needed});
    if (request.asked)
        if (const auto wrong = wrong_asking_time(request.asked->at, {moment.now, moment.known_since})) errors.push_back({"/asked/at", *wrong});
    const bool unreached = request.action == Action::close_unasked && request.code == Reason::unreachable;
    if (unreached && moment.tries < k_tries_until_unasked) errors.push_back({"/code", words::k_tries_needed});
}

}  // namespace

Result<> check_request(const MoveRequest& request, const Moment& moment) {
    // Only who accepts says which of their own people it is: any other move would put a stranger on the person's thread.
    if (request.person_id && request.action != Action::accept) return refuse_field("/person_id", words::k_person_when_accepting);
    if (request.asked && !is_persons_answer(request.action)) return refuse_field("/asked", words::k_asked_elsewhere);
    const auto found = std::ranges::find(needs(), request.action, &Needs::action);
    if (found == needs().end()) return {};
    std::vector<FieldError> errors;
    const auto say_no = [&](const char* pointer, const Word& word) { errors.push_back({pointer, word}); };
    const bool known_code = request.code && std::ranges::count(found->codes, *request.code) > 0;
    const bool may_say_why = request.code && !found->codes.empty();
    if ((found->code || may_say_why) && !known_code) say_no("/code", words::k_code_needed);
    if (found->text && lacks(request.text)) say_no("/text", words::k_text_needed);
    if (!found->text && known_code && request.code == Reason::other && lacks(request.text)) say_no("/text", words::k_other_needs_text);
    if (found->with_whom && lacks(request.with_whom)) say_no("/with_whom", words::k_with_whom_needed);
    check_times(request, moment, *found, errors);
    check_asking(request, moment, *found, errors);
    const auto is_asked = [](const Private& question) { return !is_blank(question); };
    if (found->questions && (!request.questions || std::ranges::none_of(*request.questions, is_asked)))
        say_no("/questions", words::k_question_needed);
    if (found->position && (!request.position || *request.position < 1)) say_no("/position", words::k_position_needed);
    const bool waits = request.action == Action::waitlist || request.action == Action::review;
    if (waits && moment.urgency == Urgency::urgent) say_no("/action", words::k_urgent_cannot_wait);
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::referrals
