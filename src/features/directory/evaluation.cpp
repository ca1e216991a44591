#include "features/directory/evaluation.hpp"

#include <bit>

#include "features/directory/weights.hpp"

namespace hebra::directory {
namespace {

using calendar::State;

constexpr int k_last_minor_age = 17;
constexpr int k_narrow_years = 30;
constexpr int k_year_days = 365;
constexpr std::int64_t k_longest_wait_hours = 72;

/// Without branches: which services lack what is as good as random, and a wrong guess costs more than the sum.
void lack(Evaluation& evaluation, bool is_lacking, Miss miss, const weights::Weight& weight) {
    evaluation.misses |= static_cast<std::uint32_t>(is_lacking) << static_cast<int>(miss);
    evaluation.score += static_cast<int>(is_lacking) * weight.value;
}

void gain(Evaluation& evaluation, bool is_so, const weights::Weight& weight) {
    evaluation.score += static_cast<int>(is_so) * weight.value;
}

void doubt(Evaluation& evaluation, bool is_doubtful, Doubt doubt, const weights::Weight& weight) {
    evaluation.doubts |= static_cast<std::uint32_t>(is_doubtful) << static_cast<int>(doubt);
    evaluation.score += static_cast<int>(is_doubtful) * weight.value;
}

int local_day(Time time) {
    return day_number(calendar::local_time(calendar::Zone::santiago(), time).date);
}

}  // namespace

Examiner::Examiner(const Catalogue& catalogue, const Question& question, Time now)
    : catalogue_(catalogue),
      question_(question),
      at_(question.at.value_or(now)),
      now_minute_(static_cast<std::int32_t>(std::chrono::ceil<std::chrono::minutes>(now.time_since_epoch()).count())),
      today_(local_day(now)),
      states_(catalogue.timelines().size()) {
    for (std::uint32_t i = 0; i < states_.size(); ++i)
        states_[i] = static_cast<std::uint8_t>(catalogue.timelines().state_at(i, at_));
    is_topic_asked_ = question.topic.has_value();
    if (question.topic) family_ = family_of(*question.topic);
    if (question.topic && question.topic->is_crisis()) crises_ |= family_.own;
    for (const auto crisis : crises_in(question.q)) crises_ |= family_of(crisis).own;
    // In doubt about age, presume under 18 (Ley 21.430): a service for adults is not offered; one for some minors is, with
    // the age to be confirmed.
    is_age_known_ = question.age.has_value();
    age_least_ = question.age.value_or(0);
    age_most_ = question.age.value_or(k_last_minor_age);
    if (const auto region = question.place.in_region(); !region.is_nil()) region_bit_ = 1U << region.number();
    if (question.place.comuna) comuna_ = static_cast<std::uint16_t>(question.place.comuna->number());
    if (question.channel) channel_bit_ = static_cast<std::uint16_t>(1U << static_cast<int>(*question.channel));
    if (question.language) language_bit_ = static_cast<std::uint16_t>(1U << question.language->index());
}

Evaluation Examiner::examine(std::uint32_t service, int text_score) const {
    const Facts& facts = catalogue_.facts()[service];
    Evaluation evaluation{.service = service};
    evaluation.score = facts.standing_score + text_score * weights::k_text.value;
    gain(evaluation, is_crisis_line(facts), weights::k_crisis_line);
    const bool has_topic = facts.topics & family_.own;
    const bool has_child = !has_topic && (facts.topics & family_.children);
    gain(evaluation, has_topic, weights::k_topic);
    gain(evaluation, has_child, weights::k_topic_within);
    gain(evaluation, is_topic_asked_ && !has_topic && !has_child, weights::k_topic_around);

    const bool fits_age = facts.age_min <= age_most_ && age_least_ <= facts.age_max;
    const bool covers_age = facts.age_min <= age_least_ && age_most_ <= facts.age_max;
    lack(evaluation, !fits_age, Miss::out_of_age, weights::k_out_of_age);
    doubt(evaluation, fits_age && !covers_age, Doubt::age_to_confirm, weights::k_age_to_confirm);
    const bool is_narrow = facts.age_max - facts.age_min <= k_narrow_years;
    gain(evaluation, fits_age && is_narrow && (is_age_known_ || facts.age_max <= k_last_minor_age), weights::k_made_for_age);

    examine_place(facts, evaluation);
    lack(evaluation, !(facts.languages & language_bit_), Miss::language_missing, weights::k_no_language);
    const bool wants_free = question_.free_only;
    lack(evaluation, wants_free && facts.cost == Cost::unknown, Miss::cost_unknown, weights::k_cost_unknown);
    lack(evaluation, wants_free && facts.cost != Cost::unknown && facts.cost != Cost::free, Miss::not_free,
         weights::k_not_free);
    const bool wants_anonymous = question_.anonymous;
    lack(evaluation, wants_anonymous && facts.identity == Identity::required, Miss::needs_identification,
         weights::k_needs_identification);
    lack(evaluation, wants_anonymous && facts.identity == Identity::unknown, Miss::identification_unknown,
         weights::k_identification_unknown);
    lack(evaluation, facts.is_full, Miss::no_places, weights::k_no_places);

    // A row that stands for offices nobody has loaded has no contact or hours to ask about.
    if (!evaluation.lacks(Miss::ask_local_office)) {
        const bool has_channel = channel_bit_ == 0 || (facts.channels & channel_bit_);
        lack(evaluation, !has_channel, Miss::channel_missing, weights::k_no_channel);
        gain(evaluation, has_channel && is_confirmed(facts), weights::k_confirmed);
        const Contact contact = contact_of(facts);
        lack(evaluation, has_channel && !contact.is_known, Miss::no_contact, weights::k_no_contact);
        lack(evaluation, has_channel && contact.is_known && !contact.is_sound, Miss::number_doubted,
             weights::k_number_doubted);
        evaluation.state = contact.state;
        gain(evaluation, contact.state == State::open, weights::k_open);
        lack(evaluation, contact.state == State::unknown, Miss::hours_unknown, weights::k_hours_unknown);
        lack(evaluation, contact.state == State::closed && !question_.at_any_time, Miss::opens_at, weights::k_closed);
    }

    const bool is_dated = facts.good_until_day != Facts::k_never;
    const int known_day = facts.known_day == Facts::k_never ? facts.good_until_day : facts.known_day;
    const bool is_over = is_dated && facts.good_until_day < today_;
    doubt(evaluation, !is_dated, Doubt::check_expired, weights::k_never_dated);
    doubt(evaluation, is_over, Doubt::check_expired, weights::k_expired);
    gain(evaluation, is_over && today_ - known_day > k_year_days, weights::k_year_old);
    gain(evaluation, is_over && today_ - known_day > 3 * k_year_days, weights::k_years_old);
    return evaluation;
}

void Examiner::examine_place(const Facts& facts, Evaluation& evaluation) const {
    if (facts.reach == Reach::national) return;
    if (facts.reach != Reach::places) return lack(evaluation, true, Miss::ask_local_office, weights::k_local_office);
    const auto* first = catalogue_.comunas().data() + facts.first_comuna;
    const auto* last = first + facts.comuna_count;
    const bool in_comuna = comuna_ != 0 && std::find(first, last, comuna_) != last;
    const bool in_region = !in_comuna && (region_bit_ & facts.regions);
    gain(evaluation, in_comuna, weights::k_own_comuna);
    gain(evaluation, in_region, weights::k_own_region);
    if (in_comuna || in_region) return;
    // Only the region is known, and it attends some comunas of it; or nothing is known.
    const auto is_in_region = [&](std::uint16_t comuna) { return (1U << comuna / 1000) == region_bit_; };
    const bool may_be = region_bit_ == 0 || (comuna_ == 0 && std::any_of(first, last, is_in_region));
    doubt(evaluation, may_be, Doubt::place_to_confirm, weights::k_place_to_confirm);
    lack(evaluation, !may_be, Miss::other_territory, weights::k_other_territory);
}

Examiner::Contact Examiner::contact_of(const Facts& facts) const {
    if (facts.is_simple) return {static_cast<State>(states_[facts.schedule]), true, true};
    Contact contact{State::unknown, false, false};
    bool is_first = true;
    for (auto i = facts.first_slot; i < facts.first_slot + facts.slot_count; ++i) {
        const Slot& slot = catalogue_.slots()[i];
        if (!counts(slot, facts)) continue;
        contact.is_known |= slot.has_contact;
        contact.is_sound |= slot.has_contact && !slot.is_doubted;
        const auto state = static_cast<State>(states_[slot.schedule]);
        // Open if any is; unknown if any is, and none is open.
        if (std::exchange(is_first, false) || state == State::open ||
            (state == State::unknown && contact.state == State::closed))
            contact.state = state;
    }
    return contact;
}

bool Examiner::is_of_topic(std::uint32_t service) const {
    return !is_topic_asked_ || (catalogue_.facts()[service].topics & (family_.own | family_.children | family_.parent));
}

int Examiner::waiting_score(std::uint32_t service) const {
    const auto opens = opens_at(catalogue_.facts()[service]);
    const auto hours = opens ? std::chrono::floor<std::chrono::hours>(*opens - at_).count() : k_longest_wait_hours;
    return weights::k_hour_to_wait.value * static_cast<int>(std::min(hours, k_longest_wait_hours));
}

std::optional<Time> Examiner::opens_at(const Facts& facts) const {
    std::optional<Time> first;
    for (auto i = facts.first_slot; i < facts.first_slot + facts.slot_count; ++i) {
        const Slot& slot = catalogue_.slots()[i];
        if (!counts(slot, facts)) continue;
        const auto opens = catalogue_.timelines().next_opening(slot.schedule, at_);
        if (opens && (!first || *opens < *first)) first = opens;
    }
    return first;
}

}  // namespace hebra::directory
