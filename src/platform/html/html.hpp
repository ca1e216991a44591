// Pages written by the server, for where they must work without JavaScript. Whatever is given as text comes out as text:
// there is no way to put in markup but by `Markup`, which only literals of the source can make.
//
//     html::Page page(Language::es, "Catastro");
//     {
//         const auto list = page.element("ul", {{"class", "rows"}});
//         for (const auto& name : names) page.leaf("li", name);
//     }
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hebra::html {

/// Markup of our own, such as the drawing of an icon. A literal: nothing that came from elsewhere can become one.
struct Markup {
    consteval explicit Markup(std::string_view literal) : text(literal) {}
    std::string_view text;
};

/// Text as it may stand between tags and within quotes.
std::string escaped(std::string_view text);

/// Whether an address may be followed: a page's own ("/…", "?…", "#…"), https, http, tel, sms or mailto.
bool is_safe_address(std::string_view address);

/// A name and its value; without a value it stands alone ("checked"); `nullopt` given by a condition leaves it out.
struct Attribute {
    Attribute(std::string_view its_name, std::string_view its_value) : name(its_name), value(its_value) {}
    /// Alone, if it holds.
    Attribute(std::string_view its_name, bool holds) : name(its_name), is_present(holds) {}
    /// With the value, if there is one.
    Attribute(std::string_view its_name, const std::optional<std::string>& its_value)
        : name(its_name), is_present(its_value.has_value()), value(its_value) {}
    Attribute(std::string_view its_name, const char* its_value) : Attribute(its_name, std::string_view(its_value)) {}
    Attribute(std::string_view its_name, const std::string& its_value) : Attribute(its_name, std::string_view(its_value)) {}

    std::string_view name;
    bool is_present = true;
    std::optional<std::string> value = {};
};
using Attributes = std::vector<Attribute>;

class Writer;

/// An element that is open; it closes when this goes.
class [[nodiscard]] Element {
  public:
    Element(Element&& other) noexcept;
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    Element& operator=(Element&&) = delete;
    ~Element();

  private:
    friend class Writer;
    Element(Writer& writer, std::string_view tag) : writer_(&writer), tag_(tag) {}
    Writer* writer_;
    std::string_view tag_;  ///< a literal
};

/// Writes elements in order. Tags and names of attributes are literals of the source; everything else is escaped. An address
/// (`href`, `src`, `action`, `ping`) that could run something is a mistake of the program: std::logic_error.
class Writer {
  public:
    Element element(std::string_view tag, const Attributes& attributes = {});
    /// An element that holds only text.
    void leaf(std::string_view tag, std::string_view text) { leaf(tag, {}, text); }
    void leaf(std::string_view tag, const Attributes& attributes, std::string_view text);
    /// One that holds nothing: input, meta, path.
    void single(std::string_view tag, const Attributes& attributes = {});
    void text(std::string_view text) { out_ += escaped(text); }
    void markup(Markup markup) { out_ += markup.text; }

    const std::string& out() const { return out_; }

  private:
    friend class Element;
    void begin(std::string_view tag, const Attributes& attributes);

    std::string out_;
};

}  // namespace hebra::html
