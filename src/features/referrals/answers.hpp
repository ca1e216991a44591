// What each side of a referral is told of it, by the thread's code and the act alone: the origin that it was answered, the
// destination that it arrived, whoever coordinates that it was contested.
#pragma once
#include "core/notices/notice.hpp"
#include "features/referrals/referral.hpp"

namespace hebra::referrals {

namespace words {
inline constexpr Word k_act_accepted{"act_referral_accepted", "aceptaron la derivación", "the referral was accepted"};
inline constexpr Word k_act_waitlisted{"act_referral_waitlisted", "la derivación quedó en lista de espera", "the referral was put on a waiting list"};
inline constexpr Word k_act_declined{"act_referral_declined", "no aceptaron la derivación", "the referral was declined"};
inline constexpr Word k_act_asked{"act_referral_asked", "preguntan algo antes de responder la derivación",
                                  "something is asked before the referral is answered"};
inline constexpr Word k_act_sent_back{"act_referral_sent_back", "quien coordina pidió que respondan la derivación otra vez",
                                      "whoever coordinates sent the referral back to be answered again"};
inline constexpr Word k_act_upheld{"act_referral_upheld", "quien coordina confirmó que no la acepten", "whoever coordinates upheld the decline"};
inline constexpr Word k_act_stands{"act_referral_stands", "nadie coordina ya la red y la devolución quedó como estaba",
                                   "nobody coordinates the network any more and the decline stands"};
inline constexpr Word k_act_no_show{"act_referral_no_show", "se perdió una hora de la derivación", "an appointment of the referral was missed"};
inline constexpr Word k_act_arrived{"act_referral_arrived", "confirmaron la primera atención", "the first contact was confirmed"};
inline constexpr Word k_act_outcome{"act_referral_outcome", "informaron el resultado de la derivación", "the referral's outcome was reported"};
inline constexpr Word k_act_failed{"act_referral_failed", "no pueden seguir con la derivación", "the referral could not go on"};
inline constexpr Word k_act_expired{"act_referral_expired", "nadie respondió la derivación y venció", "nobody answered the referral and it expired"};
inline constexpr Word k_act_link_returned{"act_referral_link_returned", "devolvieron el enlace: dicen que no era para ellos",
                                          "the link was given back as not meant for them"};
inline constexpr Word k_act_received{"act_referral_received", "llegó una derivación", "a referral arrived"};
inline constexpr Word k_act_received_urgent{"act_referral_received_urgent", "llegó una derivación urgente; diga que la vio a más tardar",
                                            "an urgent referral arrived; say that you saw it, at the latest"};
inline constexpr Word k_act_restricted{"act_referral_restricted", "llegó algo reservado que solo usted puede abrir; diga que lo vio a más tardar",
                                       "something restricted arrived that you alone may open; say that you saw it, at the latest"};
inline constexpr Word k_act_replied{"act_referral_replied", "respondieron lo que se preguntó de la derivación", "what was asked about the referral was answered"};
inline constexpr Word k_act_answer_again{"act_referral_answer_again", "quien coordina pide que respondan otra vez la derivación",
                                         "whoever coordinates asks for the referral to be answered again"};
inline constexpr Word k_act_disputed{"act_referral_disputed", "no están de acuerdo con el resultado de la derivación: hay que responderla otra vez",
                                     "the referral's outcome is disputed: it has to be answered again"};
inline constexpr Word k_act_denied{"act_referral_denied", "dicen que la persona no tuvo su primera atención", "the person is said not to have had their first contact"};
inline constexpr Word k_act_withdrawn{"act_referral_withdrawn", "quien envió la derivación la retiró", "whoever sent the referral withdrew it"};
inline constexpr Word k_act_contested{"act_referral_contested", "reclaman una devolución y falta su decisión", "a return is contested and waits for your decision"};
}  // namespace words

inline constexpr notices::Kind k_accepted{"referral.accepted", words::k_act_accepted};
inline constexpr notices::Kind k_waitlisted{"referral.waitlisted", words::k_act_waitlisted};
inline constexpr notices::Kind k_declined{"referral.declined", words::k_act_declined};
inline constexpr notices::Kind k_asked{"referral.asked", words::k_act_asked};
inline constexpr notices::Kind k_sent_back{"referral.sent_back", words::k_act_sent_back};
inline constexpr notices::Kind k_upheld{"referral.upheld", words::k_act_upheld};
inline constexpr notices::Kind k_stands{"referral.stands", words::k_act_stands};
inline constexpr notices::Kind k_no_show{"referral.no_show", words::k_act_no_show};
inline constexpr notices::Kind k_arrived{"referral.arrived", words::k_act_arrived};
inline constexpr notices::Kind k_outcome{"referral.outcome", words::k_act_outcome};
inline constexpr notices::Kind k_failed{"referral.failed", words::k_act_failed};
inline constexpr notices::Kind k_expired{"referral.expired", words::k_act_expired};
inline constexpr notices::Kind k_link_returned{"referral.link_returned", words::k_act_link_returned};

/// For whoever takes in what comes; in plain days its own clock reminds them.
inline constexpr notices::Kind k_received{"referral.received", words::k_act_received};
/// Half of the two hours in which an urgent one is acknowledged (workflows.md §1): who supervises is told before the network is.
inline constexpr notices::Kind k_received_urgent{"referral.received_urgent", words::k_act_received_urgent, std::chrono::hours(1)};
/// Class 4 is for a named person (workflows.md §6): nobody else can read it for them, so within a day they say that they know.
inline constexpr notices::Kind k_restricted{"referral.restricted", words::k_act_restricted, std::chrono::hours(24)};
/// For whoever acted on it last where it was received: the origin, or whoever coordinates, did something that is theirs to know.
inline constexpr notices::Kind k_replied{"referral.replied", words::k_act_replied};
inline constexpr notices::Kind k_answer_again_asked{"referral.answer_again", words::k_act_answer_again};
inline constexpr notices::Kind k_disputed{"referral.disputed", words::k_act_disputed};
inline constexpr notices::Kind k_denied{"referral.denied", words::k_act_denied};
inline constexpr notices::Kind k_withdrawn{"referral.withdrawn", words::k_act_withdrawn};
inline constexpr notices::Kind k_contested{"referral.contested", words::k_act_contested};

inline std::vector<notices::Kind> notice_kinds() {
    return {k_accepted,      k_waitlisted,      k_declined,   k_asked,   k_sent_back,          k_upheld,   k_stands, k_no_show,
            k_arrived,       k_outcome,         k_failed,     k_expired, k_replied,            k_disputed, k_denied, k_withdrawn,
            k_link_returned, k_received_urgent, k_restricted, k_received, k_answer_again_asked, k_contested};
}

/// What a notice of an answer is about: the newest of a referral stands for those before it.
inline constexpr std::string_view k_answer_told = "referral.told";
/// Likewise of what the origin did since.
inline constexpr std::string_view k_origin_told = "referral.told_back";
/// What the others are told is about: the commitment it asks for, where there is one.
inline constexpr std::string_view k_arrival_told = "referral.acknowledge";
inline constexpr std::string_view k_restricted_told = "referral.restricted";
inline constexpr std::string_view k_contest_told = "referral.decide_contested";

/// What the origin is told of a move; null for the origin's own, for what it need not know at once (that it was received, the
/// hours of an agenda), and for whatever comes with an order of its own.
const notices::Kind* answer_of(Action action);

/// What the receiver is told of a move that is not its own, of what it had in its hands; null likewise, and for the arrival itself.
const notices::Kind* news_of(const Move& move);

}  // namespace hebra::referrals
