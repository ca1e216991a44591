#include <charconv>

#include "features/receiver_link/page.hpp"
#include "features/receiver_link/routes.hpp"
#include "features/receiver_link/words.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/http/target.hpp"

namespace hebra::embedded {
extern const std::string_view receiver_link_css;
}

namespace hebra::receiver_link {
namespace {

/// More than anybody answers. The body may be somewhat longer, so that whoever writes too much is told on the page.
constexpr std::size_t k_form_bytes = 32 * 1024;
constexpr std::size_t k_body_bytes = 2 * k_form_bytes;
constexpr long k_cookie_seconds = 2 * 60 * 60;
constexpr std::string_view k_reason = "the token and the code are the right to read";

/// The token is in the address, so no other site is ever told it. "no-referrer" would make the forms' Origin "null", and
/// with that a browser that sends no Sec-Fetch-Site (an old one, or any over plain HTTP) could not answer.
constexpr std::string_view k_referrer = "same-origin";

/// One of its own for each link, so that two can be read side by side.
std::string cookie_name(const store::Row& link) { return "receiver_link_" + link.id.text().substr(24); }

http::Response html(int status, std::string page) {
    http::Response response{.status = status};
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.headers.add("Cache-Control", "no-store");
    response.headers.add("Referrer-Policy", k_referrer);
    response.headers.add("X-Robots-Tag", "noindex, nofollow");
    response.body = std::move(page);
    return response;
}

http::Response see_other(const std::string& where) {
    http::Response response{.status = 303};
    response.headers.add("Location", where);
    response.headers.add("Cache-Control", "no-store");
    response.headers.add("Referrer-Policy", k_referrer);
    return response;
}

Result<Typed> form_of(const http::Call& call) {
    if (call.body().size() > k_form_bytes) return refuse(Refused::too_large, words::k_too_long);
    HEBRA_TRY(const auto target, http::parse_target("/?" + call.body()));
    Typed typed;
    for (const auto& field : target.query) typed.emplace(field.name, field.value);
    return typed;
}

const std::string& value(const Typed& typed, std::string_view name) {
    static const std::string k_nothing;
    const auto found = typed.find(name);
    return found == typed.end() ? k_nothing : found->second;
}

std::optional<Private> text(const Typed& typed, std::string_view name) {
    const auto& written = value(typed, name);
    if (written.find_first_not_of(" \t\r\n") == written.npos) return std::nullopt;
    return Private(written);
}

int number(const std::string& written) {
    int parsed = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), parsed);
    return error == std::errc() && end == written.data() + written.size() ? parsed : 0;
}

/// "2026-12-01" and "15:30", by the clocks of whoever receives.
Result<std::optional<Time>> moment(const Typed& typed, calendar::Zone zone) {
    const auto& day = value(typed, "date");
    const auto& hour = value(typed, "time");
    if (day.empty() && hour.empty()) return std::optional<Time>();
    const auto date = parse_date(day);
    const auto time = people::TimeOfDay::parse(hour);
    if (!date && !day.empty()) return refuse_field("/at", words::k_no_such_day);
    if (!date || !time) return refuse_field("/at", words::k_bad_date);
    const auto minutes = std::chrono::hours(number(hour.substr(0, 2))) + std::chrono::minutes(number(hour.substr(3, 2)));
    return std::optional(calendar::instant(zone, *date, minutes));
}

Result<referrals::MoveRequest> request_of(const Typed& typed, calendar::Zone zone) {
    referrals::MoveRequest request;
    request.version = number(value(typed, "version"));
    const auto& answer = value(typed, "answer");
    using enum referrals::Action;
    if (!boost::describe::enum_from_string(answer.c_str(), request.action) ||
        (request.action != accept && request.action != ask && request.action != waitlist && request.action != decline &&
         request.action != confirm_first_contact))
        return refuse(Refused::invalid, words::k_choose_answer);
    request.text = text(typed, "text");
    if (request.action == accept) {
        HEBRA_TRY(request.at, moment(typed, zone));
        people::ContactKind channel{};
        const auto& how = value(typed, "channel");
        if (!how.empty() && !boost::describe::enum_from_string(how.c_str(), channel)) return refuse_field("/channel", words::k_choose_how);
        if (request.at && !how.empty()) request.channel = channel;
        request.place = text(typed, "place");
        request.with_whom = text(typed, "with_whom");
    }
    if (request.action == confirm_first_contact) {
        HEBRA_TRY(request.at, moment(typed, zone));
        request.with_whom = text(typed, "with_whom");
    }
    if (const auto question = text(typed, "question"); question && request.action == ask) request.questions = {*question};
    if (request.action == waitlist) {
        const auto& until = value(typed, "until");
        request.until = parse_date(until);
        if (!request.until && !until.empty()) return refuse_field("/until", words::k_no_such_day);
        if (const int position = number(value(typed, "position")); position > 0) request.position = position;
    }
    referrals::Reason reason{};
    const bool may_say_why = request.action == decline || request.action == accept;
    if (may_say_why && boost::describe::enum_from_string(value(typed, "reason").c_str(), reason)) request.code = reason;
    return request;
}

/// Refused because the referral is no longer as it was read: whoever answers by a link has nothing to compare it with.
bool is_about_its_state(const Refusal& refusal) {
    return refusal.word == hebra::words::k_changed_meanwhile || refusal.word == referrals::words::k_impossible_move ||
           refusal.word == referrals::words::k_not_your_side;
}

/// One visit to one link's pages.
class Visit {
  public:
    Visit(Links& links, const http::Call& call, const Place& place) : links_(links), call_(call), place_(place) {
        const auto lang = call.query("lang");
        frame_ = {lang ? (*lang == "en" ? Language::en : Language::es) : call.language(), place.is_demo,
                  "/r/" + http::encode_segment(call.path<std::string>("token").value_or(""))};
    }

    http::Response look() {
        const auto link = links_.find(token());
        if (!link) return closed(link.error());
        if (!holds(*link)) return html(200, gate_page(frame_, nullptr));
        const bool with_health = call_.query("show") == "health";
        return letter(*link, with_health ? Act::read_health : Act::read, {}, nullptr, 200);
    }

    http::Response enter() {
        const auto link = links_.find(token());
        if (!link) return closed(link.error());
        const auto typed = form();
        if (!typed) return html(status_of(typed.error()), gate_page(frame_, &typed.error()));
        const auto proof = links_.enter(*link, value(*typed, "code"));
        if (!proof && proof.error().word == words::k_burnt) return closed(proof.error());
        if (!proof)
            return html(proof.error().kind == Refused::too_many ? 429 : 422, gate_page(frame_, &proof.error(), value(*typed, "code"), *typed));
        const Refusal again{Refused::invalid, words::k_typed_again};
        auto response = typed->contains("answer") ? letter(*link, Act::read, *typed, &again, 200) : see_other(here());
        response.headers.add("Set-Cookie", http::text_of(http::Cookie{cookie_name(*link), *proof, k_cookie_seconds, place_.is_tls}));
        return response;
    }

    http::Response answer() {
        const auto link = links_.find(token());
        if (!link) return closed(link.error());
        const auto typed = form();
        if (!typed && !holds(*link)) return html(status_of(typed.error()), gate_page(frame_, &typed.error()));
        if (!typed) return letter(*link, Act::read, {}, &typed.error(), status_of(typed.error()));
        if (!holds(*link)) {
            const Refusal first{Refused::unauthenticated, words::k_code_first};
            return html(401, gate_page(frame_, &first, {}, *typed));
        }
        const auto request = request_of(*typed, links_.zone_of(*link));
        const auto done = request ? links_.answer(*link, *request) : Result<>(Refuse(request.error()));
        if (done) return see_other(here() + (frame_.language == Language::en ? "&" : "?") + "answered=1");
        return letter(*link, Act::read, *typed, &done.error(), done.error().kind == Refused::conflict ? 409 : 422);
    }

    http::Response print() {
        const auto link = links_.find(token());
        if (!link) return closed(link.error());
        if (!holds(*link)) return see_other(here());
        auto printed = links_.print(*link, frame_.language);
        if (!printed) return closed(printed.error());
        http::Response response;
        response.headers.add("Content-Type", "application/pdf");
        response.headers.add("Content-Disposition", fmt::format("inline; filename=\"{}.pdf\"", printed->thread_code));
        response.headers.add("Cache-Control", "no-store");
        response.headers.add("Referrer-Policy", k_referrer);
        response.body = std::move(printed->bytes);
        return response;
    }

    http::Response give_back() {
        const auto link = links_.find(token());
        if (!link) return closed(link.error());
        (void)form();
        if (const auto done = links_.give_back(*link); !done) return closed(done.error());
        return html(200, closed_page(with_help(), words::k_returned));
    }

  private:
    static int status_of(const Refusal& refusal) { return refusal.kind == Refused::too_large ? 413 : 400; }
    std::string token() const { return call_.path<std::string>("token").value_or(""); }
    std::string here() const { return frame_.path + (frame_.language == Language::en ? "?lang=en" : ""); }
    bool holds(const store::Row& link) const {
        const auto proof = http::cookie(call_.request(), cookie_name(link));
        return proof && links_.holds(link, *proof);
    }
    http::Response closed(const Refusal& why) const {
        return html(why.kind == Refused::too_many ? 429 : why.word == words::k_unknown ? 404 : 410, closed_page(with_help(), why.word));
    }
    Frame with_help() const {
        auto frame = frame_;
        frame.emergency = place_.emergency(frame.language);
        return frame;
    }

    Result<Typed> form() {
        auto typed = form_of(call_);
        if (typed && !value(*typed, "lang").empty()) frame_.language = value(*typed, "lang") == "en" ? Language::en : Language::es;
        return typed;
    }

    http::Response letter(const store::Row& link, Act act, const Typed& typed, const Refusal* refusal, int status) {
        const auto referral = links_.read(link, act);
        if (!referral) return closed(referral.error());
        const bool may_go_on = goes_on(*referral, typed);
        const Refusal late{Refused::conflict, words::k_typed_too_late};
        const Refusal moved{Refused::conflict, may_go_on ? words::k_moved_meanwhile : words::k_answered_already};
        if (refusal != nullptr && refusal->word == words::k_typed_again && !may_go_on) refusal = &late;
        else if (refusal != nullptr && is_about_its_state(*refusal)) refusal = &moved;
        return html(status, letter_page(frame_, {.referral = *referral,
                                                 .now = links_.clock().now(),
                                                 .zone = links_.zone_of(link),
                                                 .expires_at = link.expires_at,
                                                 .with_health = act == Act::read_health,
                                                 .was_answered = call_.query("answered").has_value(),
                                                 .refusal = refusal,
                                                 .typed = typed}));
    }

    Links& links_;
    const http::Call& call_;
    const Place& place_;
    Frame frame_;
};

}  // namespace

void add_link_pages(http::Router& router, Links& links, Place place) {
    router.get("/receiver-link.css").open("a stylesheet").respond([](const http::Call&) {
        http::Response response;
        response.headers.add("Content-Type", "text/css; charset=utf-8");
        response.headers.add("Cache-Control", "no-cache");
        response.body = http::Body::lasting(embedded::receiver_link_css);
        return response;
    });
    for (const auto* cut_short : {"/r", "/r/"})
        router.get(cut_short).open("it has no token to show anything of").respond([place](const http::Call& call) {
            const auto language = call.language();
            return html(404, closed_page({language, place.is_demo, "/r", place.emergency(language)}, words::k_unknown));
        });
    router.get("/r/{token}").open(k_reason).respond(
        [&links, place](const http::Call& call) { return Visit(links, call, place).look(); });
    router.get("/r/{token}/ficha.pdf").open(k_reason).respond(
        [&links, place](const http::Call& call) { return Visit(links, call, place).print(); });
    router.post("/r/{token}/code").open(k_reason).body_limit(k_body_bytes).respond(
        [&links, place](const http::Call& call) { return Visit(links, call, place).enter(); });
    router.post("/r/{token}/answer").open(k_reason).body_limit(k_body_bytes).respond(
        [&links, place](const http::Call& call) { return Visit(links, call, place).answer(); });
    router.post("/r/{token}/return").open(k_reason).body_limit(k_body_bytes).respond(
        [&links, place](const http::Call& call) { return Visit(links, call, place).give_back(); });
}

}  // namespace hebra::receiver_link
