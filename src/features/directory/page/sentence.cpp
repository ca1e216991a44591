#include "features/directory/cells.hpp"
#include "features/directory/page/parts.hpp"

namespace hebra::directory {
namespace {

/// "Ánimo y ansiedad" within a sentence: "ánimo y ansiedad". Initials (VIH) stay.
std::string within_sentence(std::string_view name) {
    std::string text(name);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() > 1 && is_capital(text[0]) && !is_capital(text[1])) text[0] = static_cast<char>(text[0] + 0x20);
    // Á É Í Ñ Ó Ú begin with the byte C3; the small letter is 0x20 further.
    if (text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) < 0xA0) text[1] = static_cast<char>(text[1] + 0x20);
    return text;
}

class Sentence {
  public:
    explicit Sentence(Sheet& sheet) : sheet_(sheet), out_(sheet.out) {}

    void write() {
        const auto form = out_.element("form", {{"action", k_directory_path}, {"method", "get"}, {"role", "search"},
                                                {"aria-label", sheet_.say(words::k_form_name)}});
        for (const auto* look : {"lang", "vista", "letra"})
            if (const auto kept = sheet_.asked.kept.find(look); kept != sheet_.asked.kept.end())
                out_.single("input", {{"type", "hidden"}, {"name", look}, {"value", kept->second}});
        {
            const auto line = out_.element("p", {{"class", "sentence"}});
            out_.text(sheet_.say(words::k_form_topic));
            write_topics();
            out_.text(sheet_.say(words::k_form_age));
            write_ages();
            out_.text(sheet_.say(words::k_form_place));
            write_places();
            out_.text(sheet_.say(words::k_form_channel));
            write_channels();
            out_.text(sheet_.say(words::k_form_when));
            write_moments();
            out_.text(".");
        }
        write_more();
    }

  private:
    html::Element select(std::string_view name, const Word& label) {
        bool is_wrong = false;
        for (const auto& error : sheet_.asked.errors) is_wrong |= error.pointer.substr(1) == name;
        return out_.element("select", {{"name", name}, {"aria-label", sheet_.say(label)},
                                       {"aria-invalid", is_wrong ? std::optional<std::string>("true") : std::nullopt}});
    }
    void option(std::string_view value, std::string_view text, bool is_chosen) {
        out_.leaf("option", {{"value", value}, {"selected", is_chosen}}, text);
    }

    void write_topics() {
        const auto control = select("tema", words::k_label_topic);
        const auto& chosen = sheet_.asked.question.topic;
        option("", sheet_.say(words::k_any_topic), !chosen);
        const auto all = Topic::all();
        for (std::size_t i = 0; i < all.size();) {
            const auto name = all[i].name(sheet_.asked.language);
            const auto group = out_.element("optgroup", {{"label", name}});
            do {
                option(all[i].text(), within_sentence(all[i].name(sheet_.asked.language)), chosen == all[i]);
            } while (++i < all.size() && all[i].parent());
        }
    }

    void write_ages() {
        const auto control = select("edad", words::k_label_age);
        const auto& chosen = sheet_.asked.question.age;
        option("", sheet_.say(words::k_any_age), !chosen);
        for (int age = 0; age <= 110; ++age)
            option(fmt::format("{}", age), sheet_.filled(age == 1 ? words::k_year : words::k_years, age), chosen == age);
    }

    void write_places() {
        const auto control = select("comuna", words::k_label_place);
        const auto& place = sheet_.asked.question.place;
        option("", sheet_.say(words::k_any_place), !place.comuna && !place.region);
        for (const auto region : territory::Region::all()) {
            const auto group = out_.element("optgroup", {{"label", region.full_name()}});
            option("r" + region.text(), sheet_.filled(words::k_whole_region, region.name()), place.region == region);
            for (const auto comuna : territory::Comuna::all())
                if (comuna.region() == region) option(comuna.text(), comuna.name(), place.comuna == comuna);
        }
    }

    void write_channels() {
        const auto control = select("canal", words::k_label_channel);
        const auto& chosen = sheet_.asked.question.channel;
        option("", sheet_.say(words::k_any_channel), !chosen);
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<ChannelKind>>([&](auto each) {
            option(each.name, hebra::say(word_of(each.value), sheet_.asked.language), chosen == each.value);
        });
    }

    void write_moments() {
        const auto control = select("cuando", words::k_label_when);
        const std::pair<Moment, Word> moments[] = {{Moment::now, words::k_when_now},
                                                   {Moment::tonight, words::k_when_tonight},
                                                   {Moment::tomorrow, words::k_when_tomorrow},
                                                   {Moment::saturday, words::k_when_saturday},
                                                   {Moment::any, words::k_when_any}};
        for (const auto& [moment, word] : moments)
            option(moment == Moment::now ? "" : name_of(moment), sheet_.say(word), sheet_.asked.moment == moment);
    }

    void write_more() {
        const auto& question = sheet_.asked.question;
        const auto line = out_.element("div", {{"class", "more"}});
        {
            const auto label = out_.element("label", {{"class", "more__text"}});
            out_.leaf("span", sheet_.say(words::k_form_text));
            out_.single("input", {{"type", "search"}, {"name", "q"}, {"value", question.q}, {"maxlength", "120"}, {"autocomplete", "off"}});
        }
        tick("gratis", words::k_form_free, question.free_only);
        tick("sin_nombre", words::k_form_anonymous, question.anonymous);
        const auto button = out_.element("button", {{"class", "button button--first"}});
        draw_icon(out_, Icon::search);
        out_.text(sheet_.say(words::k_form_search));
    }

    void tick(std::string_view name, const Word& word, bool is_on) {
        const auto label = out_.element("label", {{"class", "more__tick"}});
        out_.single("input", {{"type", "checkbox"}, {"name", name}, {"value", "1"}, {"checked", is_on}});
        out_.text(sheet_.say(word));
    }

    Sheet& sheet_;
    html::Writer& out_;
};

}  // namespace

void write_sentence(Sheet& sheet) {
    if (!sheet.asked.errors.empty()) {
        const auto trouble = sheet.out.element("div", {{"class", "trouble"}, {"role", "alert"}});
        for (const auto& error : sheet.asked.errors) sheet.out.leaf("p", sheet.say(error.word));
    }
    Sentence(sheet).write();
}

}  // namespace hebra::directory
