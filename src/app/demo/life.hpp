// One invented person's way through several institutions, told through the real use cases on the days they happened.
#pragma once
#include <map>
#include <string_view>

#include "app/house.hpp"

namespace hebra::app {

/// A moment of the demo: so many days before today, at an hour in Chile in summer. Never after now.
struct When {
    int days_ago;
    int hour;
    int minute = 0;
};

/// What a referral of the demo says.
struct Asked {
    std::string_view service;  ///< its code
    std::string_view topic;
    referrals::Kind kind;
    referrals::Urgency urgency;
    std::string_view what;
    std::string_view ask;
    std::string_view wish = {};
    std::optional<ReferralId> follows = {};
    std::string_view despite = {};  ///< why it is sent although a criterion is not met
};

class Life {
  public:
    Life(House& house, FixedClock& clock, Time until) : house_(house), clock_(clock), until_(until) {}

    /// Whom it is about: their row at an institution, by the account of somebody who attends there.
    void is(std::string_view user, PersonId person);
    Result<> record(std::string_view user, const people::NewPerson& person);

    /// A conversation, with what was summed up together at its end in the person's words.
    Result<> attend(When when, std::string_view user, attention::ContactChannel channel, std::string_view topic, std::string_view words);
    /// A referral is written; nobody else knows of it yet.
    Result<referrals::Opened> draft(When when, std::string_view user, const Asked& asked);
    /// A referral is written and sent (or its information given).
    Result<ReferralId> refer(When when, std::string_view user, const Asked& asked);
    /// A move; whoever accepts gets a row of their own.
    Result<> move(When when, std::string_view user, ReferralId id, referrals::MoveRequest request);
    Result<> move(When when, std::string_view user, ReferralId id, referrals::Action action, std::string_view text = {});
    /// A try to ask the person, by phone, in which nobody could.
    Result<> seek(When when, std::string_view user, ReferralId id, referrals::TryResult result);
    /// Whoever has that account, as they act where they work.
    Result<Actor> actor(std::string_view user);
    Result<> tell_relation(std::string_view user, const people::NewRelationship& relation);

    Time at(When when) const;
    Date day(int days_ago) const { return Date(std::chrono::floor<std::chrono::days>(until_) - std::chrono::days(days_ago)); }

  private:
    void go_to(When when) { clock_.advance(at(when) - clock_.now()); }
    Result<PersonId> person_of(const Actor& actor) const;
    Result<disclosure::Consent> consent(const people::Person& person) const;

    House& house_;
    FixedClock& clock_;
    Time until_;
    std::map<InstitutionId, PersonId> rows_;  ///< each institution's own
};

inline Private said(std::string_view words) { return Private(std::string(words)); }

/// Somebody who only said what to call them, and how old they are.
Result<people::NewPerson> nicknamed(std::string_view called, int age, int phone_number);

/// A move and what it says.
referrals::MoveRequest with(referrals::Action action, std::string_view text, std::optional<referrals::Reason> code = {});

}  // namespace hebra::app
