#include "features/directory/evaluation.hpp"

#include "features/directory/weights.hpp"

namespace hebra::directory {
namespace {

using calendar::State;

constexpr std::uint8_t k_not_asked = 255;
constexpr int k_last_minor_age = 17;
constexpr int k_narrow_years = 30;
constexpr int k_year_days = 365;

void miss(Evaluation& evaluation, Miss miss, const weights::Weight& weight) {
    evaluation.misses |= 1U << static_cast<int>(miss);
    evaluation.score += weight.value;
}

std::int32_t local_day(Time time) {
    const auto local = calendar::local_time(calendar::Zone::santiago(), time);
    return static_cast<std::int32_t>(std::chrono::sys_days(local.date).time_since_epoch().count());
}

}  // namespace

Examiner::Examiner(const Catalogue& catalogue, const Question& question, Time now)
    : catalogue_(catalogue), question_(question), now_(now), at_(question.at.value_or(now)), today_(local_day(now)),
      states_(catalogue.timelines().size(), k_not_asked) {
    if (question.topic) {
        family_ = family_of(*question.topic);
        if (question.topic->is_crisis()) crises_ |= family_->own;
    }
    for (const auto crisis : crises_in(question.q)) crises_ |= family_of(crisis).own;
    if (const auto region = question.place.in_region(); !region.is_nil()) region_bit_ = 1U << region.number();
    if (question.place.comuna) comuna_ = static_cast<std::uint16_t>(question.place.comuna->number());
    if (question.channel) channel_bit_ = static_cast<std::uint16_t>(1U << static_cast<int>(*question.channel));
    if (question.language) language_bit_ = 1U << question.language->index();
}

Evaluation Examiner::examine(std::uint32_t service, int text_score) const {
    const Facts& facts = catalogue_.facts()[service];
    Evaluation evaluation;
    evaluation.score = facts.standing_score + text_score * weights::k_text.value;
    if (is_crisis_line(facts)) evaluation.score += weights::k_crisis_line.value;
    examine_topic(facts, evaluation);
    examine_age(facts, evaluation);
    examine_place(facts, evaluation);
    examine_terms(facts, evaluation);
    // A row that stands for offices nobody has loaded has no contact or hours to ask about.
    if (!evaluation.lacks(Miss::ask_local_office)) {
        examine_contact(facts, evaluation);
        examine_hours(facts, evaluation);
    }
    examine_freshness(facts, evaluation);
    return evaluation;
}

bool Examiner::is_of_topic(std::uint32_t service) const {
    return !family_ || (catalogue_.facts()[service].topics & (family_->own | family_->children | family_->parent));
}

void Examiner::examine_topic(const Facts& facts, Evaluation& evaluation) const {
    if (!family_) return;
    if (facts.topics & family_->own) evaluation.score += weights::k_topic.value;
    else if (facts.topics & family_->children) evaluation.score += weights::k_topic_within.value;
    else evaluation.score += weights::k_topic_around.value;
}

void Examiner::examine_age(const Facts& facts, Evaluation& evaluation) const {
    // In doubt about age, presume under 18 (Ley 21.430): a service for adults is not offered, one for some minors is, with
    // the age to be confirmed.
    const bool fits = question_.age ? facts.age_min <= *question_.age && *question_.age <= facts.age_max
                                    : facts.age_min <= k_last_minor_age;
    if (!fits) return miss(evaluation, Miss::out_of_age, weights::k_out_of_age);
    if (!question_.age && (facts.age_min > 0 || facts.age_max < k_last_minor_age)) {
        evaluation.age_to_confirm = true;
        evaluation.score += weights::k_age_to_confirm.value;
    }
    const bool is_made_for_it = question_.age || facts.age_max <= k_last_minor_age;
    if (facts.age_max - facts.age_min <= k_narrow_years && is_made_for_it) evaluation.score += weights::k_made_for_age.value;
}

void Examiner::examine_place(const Facts& facts, Evaluation& evaluation) const {
    if (facts.reach == Reach::national) return;
    if (facts.reach == Reach::each_region || facts.reach == Reach::each_comuna)
        return miss(evaluation, Miss::ask_local_office, weights::k_local_office);
    const auto* first = catalogue_.comunas().data() + facts.first_comuna;
    const auto* last = first + facts.comuna_count;
    if (comuna_ != 0 && std::find(first, last, comuna_) != last) {
        evaluation.score += weights::k_own_comuna.value;
        return;
    }
    if (region_bit_ & facts.regions) {
        evaluation.score += weights::k_own_region.value;
        return;
    }
    // Only the region is known, and it attends some comunas of it; or nothing is known.
    const auto region = static_cast<std::uint16_t>(std::countr_zero(region_bit_));
    const bool may_be = region_bit_ == 0 || (comuna_ == 0 && std::any_of(first, last, [&](auto each) { return each / 1000 == region; }));
    if (!may_be) return miss(evaluation, Miss::other_territory, weights::k_other_territory);
    evaluation.place_to_confirm = true;
    evaluation.score += weights::k_place_to_confirm.value;
}

void Examiner::examine_terms(const Facts& facts, Evaluation& evaluation) const {
    if (!(facts.languages & language_bit_)) miss(evaluation, Miss::language_missing, weights::k_no_language);
    if (question_.free_only && facts.cost == Cost::unknown) miss(evaluation, Miss::cost_unknown, weights::k_cost_unknown);
    else if (question_.free_only && facts.cost != Cost::free) miss(evaluation, Miss::not_free, weights::k_not_free);
    if (question_.anonymous && facts.identity == Identity::required)
        miss(evaluation, Miss::needs_identification, weights::k_needs_identification);
    if (question_.anonymous && facts.identity == Identity::unknown)
        miss(evaluation, Miss::identification_unknown, weights::k_identification_unknown);
    if (facts.is_full) miss(evaluation, Miss::no_places, weights::k_no_places);
}

void Examiner::examine_contact(const Facts& facts, Evaluation& evaluation) const {
    if (channel_bit_ != 0 && !(facts.channels & channel_bit_)) return miss(evaluation, Miss::channel_missing, weights::k_no_channel);
    if (now_ < facts.confirmed_until) evaluation.score += weights::k_confirmed.value;
    bool has_contact = false;
    bool has_sound_contact = false;
    for (auto i = facts.first_slot; i < facts.first_slot + facts.slot_count; ++i) {
        const Slot& slot = catalogue_.slots()[i];
        if (!counts(slot, facts)) continue;
        has_contact |= slot.has_contact;
        has_sound_contact |= slot.has_contact && !slot.is_doubted;
    }
    if (!has_contact) miss(evaluation, Miss::no_contact, weights::k_no_contact);
    else if (!has_sound_contact) miss(evaluation, Miss::number_doubted, weights::k_number_doubted);
}

void Examiner::examine_hours(const Facts& facts, Evaluation& evaluation) const {
    evaluation.state = state_of(facts);
    if (evaluation.state == State::open) {
        evaluation.score += weights::k_open.value;
    } else if (evaluation.state == State::unknown) {
        miss(evaluation, Miss::hours_unknown, weights::k_hours_unknown);
    } else if (!question_.at_any_time) {
        miss(evaluation, Miss::opens_at, weights::k_closed);
        const auto opens = opens_at(facts);
        const auto hours = opens ? std::chrono::floor<std::chrono::hours>(*opens - at_).count() : 72;
        evaluation.score += weights::k_hour_to_wait.value * static_cast<int>(std::min<std::int64_t>(hours, 72));
    }
}

void Examiner::examine_freshness(const Facts& facts, Evaluation& evaluation) const {
    if (facts.good_until_day == Facts::k_never) {
        evaluation.is_expired = true;
        evaluation.score += weights::k_never_dated.value;
        return;
    }
    if (today_ <= facts.good_until_day) return;
    evaluation.is_expired = true;
    evaluation.score += weights::k_expired.value;
    const auto age = today_ - (facts.known_day == Facts::k_never ? facts.good_until_day : facts.known_day);
    if (age > k_year_days) evaluation.score += weights::k_year_old.value;
    if (age > 3 * k_year_days) evaluation.score += weights::k_years_old.value;
}

State Examiner::state_of(const Facts& facts) const {
    State best = State::closed;
    bool any = false;
    for (auto i = facts.first_slot; i < facts.first_slot + facts.slot_count; ++i) {
        const Slot& slot = catalogue_.slots()[i];
        if (!counts(slot, facts)) continue;
        any = true;
        auto& known = states_[slot.schedule];
        if (known == k_not_asked) known = static_cast<std::uint8_t>(catalogue_.timelines().state_at(slot.schedule, at_));
        const auto state = static_cast<State>(known);
        if (state == State::open) return State::open;
        if (state == State::unknown) best = State::unknown;
    }
    return any ? best : State::unknown;
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
