using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words for people where they are named.</summary>
public static class PersonText
{
    /// <summary>A shielded person, to those who share no close group with them.</summary>
    public static readonly Text Withheld = new(Fi: "Nimi salattu", Sv: "Namnet är skyddat", En: "Name withheld");

    /// <summary>Somebody who has been erased, or whose last assignment has ended.</summary>
    public static readonly Text Former = new(Fi: "Poistunut käyttäjä", Sv: "Borttagen användare", En: "Former user");

    public static readonly Text Staff = new(Fi: "henkilöstö", Sv: "personal", En: "staff");
    public static readonly Text Elected = new(Fi: "luottamushenkilö", Sv: "förtroendevald", En: "elected official");
    public static readonly Text Outside = new(Fi: "kaupungin ulkopuolelta", Sv: "utanför staden", En: "from outside the city");
    public static readonly Text Pupil = new(Fi: "oppilas", Sv: "elev", En: "pupil");
    public static readonly Text Student = new(Fi: "opiskelija", Sv: "studerande", En: "student");

    /// <summary>The name of a unit, a school, an organ or a duty, which has two languages in the register; in English its Finnish name is used.</summary>
    internal static Text Named(string fi, string sv) => new(Fi: fi, Sv: sv, En: fi);
}
