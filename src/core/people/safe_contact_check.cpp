#include "core/people/safe_contact_check.hpp"

#include <fmt/format.h>

#include "platform/json/words.hpp"

namespace hebra::people {
namespace {

constexpr std::size_t k_most_rows = 20;
constexpr std::size_t k_most_bytes = 400;          // of one sentence; if_other_answers is what to say, and longer
constexpr std::size_t k_most_bytes_to_say = 2'000;
constexpr auto k_clocks_differ_by = std::chrono::minutes(5);

bool is_blank(const Private& text) { return text.reveal().find_first_not_of(" \t\r\n") == std::string::npos; }

class Faults {
  public:
    void add(std::string pointer, const Word& word) { all_.push_back({"/safe_contact" + std::move(pointer), word}); }
    /// Of a text that may be left out, but is not blank where it is given.
    void look_at(const std::string& pointer, const std::optional<Private>& text, std::size_t most = k_most_bytes) {
        if (!text) return;
        if (is_blank(*text)) add(pointer, words::k_blank);
        else if (text->reveal().size() > most) add(pointer, json::too_long_word(most));
    }
    std::vector<FieldError> all() && { return std::move(all_); }

  private:
    std::vector<FieldError> all_;
};

void look_at(Faults& faults, const std::string& row, const SafeChannel& channel) {
    const auto value = row + "/value";
    faults.look_at(row + "/label", channel.label);
    if (channel.kind == ContactKind::chat || channel.kind == ContactKind::visit) return faults.look_at(value, channel.value);
    if (!channel.value || is_blank(*channel.value)) return faults.add(value, words::k_channel_value_needed);
    const auto& text = channel.value->reveal();
    if (channel.kind == ContactKind::email) {
        if (const auto email = Email::parse(text); !email) faults.add(value, email.error().word);
    } else if (const auto phone = chile::Phone::parse(text); !phone) {
        faults.add(value, phone.error().word);
    }
}

}  // namespace

std::vector<FieldError> faults_of(const SafeContact& card, Time now) {
    Faults faults;
    if (card.channels.size() > k_most_rows) faults.add("/channels", words::k_card_too_long);
    if (card.hours.size() > k_most_rows) faults.add("/hours", words::k_card_too_long);
    for (std::size_t i = 0; i < card.channels.size(); ++i) look_at(faults, fmt::format("/channels/{}", i), card.channels[i]);
    for (std::size_t i = 0; i < card.hours.size(); ++i) {
        const auto& span = card.hours[i];
        if (span.days.empty()) faults.add(fmt::format("/hours/{}/days", i), words::k_safe_days_needed);
        if (span.to <= span.from) faults.add(fmt::format("/hours/{}/to", i), words::k_safe_hours_order);
    }
    faults.look_at("/voicemail_words", card.voicemail_words);
    faults.look_at("/do_not_say", card.do_not_say);
    faults.look_at("/may_answer", card.may_answer);
    faults.look_at("/must_not_tell", card.must_not_tell);
    faults.look_at("/if_other_answers", card.if_other_answers, k_most_bytes_to_say);
    if (card.confirmed_at && *card.confirmed_at > now + k_clocks_differ_by) faults.add("/confirmed_at", words::k_confirmed_to_come);
    return std::move(faults).all();
}

}  // namespace hebra::people
