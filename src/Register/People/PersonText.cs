using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words for people where they are named.</summary>
public static class PersonText
{
    /// <summary>A shielded person, to those who share no close group with them.</summary>
    public static readonly Text Withheld = new(Fi: "Nimi salattu", Sv: "Namnet är skyddat", En: "Name withheld");

    /// <summary>Somebody who has been erased, or whose last assignment has ended.</summary>
    public static readonly Text Former = new(Fi: "Poistunut käyttäjä", Sv: "Borttagen användare", En: "Former user");

    public static readonly Text Staff = new(Fi: "Henkilöstö", Sv: "Personal", En: "Staff");
    public static readonly Text Elected = new(Fi: "Luottamushenkilö", Sv: "Förtroendevald", En: "Elected official");
    public static readonly Text Outside = new(Fi: "Kaupungin ulkopuolelta", Sv: "Utanför staden", En: "From outside the city");
    public static readonly Text Pupil = new(Fi: "Oppilas", Sv: "Elev", En: "Pupil");
    public static readonly Text Student = new(Fi: "Opiskelija", Sv: "Studerande", En: "Student");

    /// <summary>The name of a unit, a school, an organ or a duty, which has two languages in the register; in English its Finnish name is used.</summary>
    internal static Text Named(string fi, string sv) => new(Fi: fi, Sv: sv, En: fi);
}
