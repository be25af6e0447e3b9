using Tupa.Kernel;

namespace Tupa.Access;

internal static class DoorText
{
    public static readonly Text SignInFirst = new(
        Fi: "Kirjaudu ensin sisään.",
        Sv: "Logga först in.",
        En: "Sign in first.");

    public static readonly Text GateFirst = new(
        Fi: "Lue ja hyväksy ensin käytön ehdot selaimessa.",
        Sv: "Läs och godkänn först villkoren i webbläsaren.",
        En: "First read and accept the terms of use in a browser.");

    public static readonly Text OutOfScope = new(
        Fi: "Tällä avaimella ei pääse tähän.",
        Sv: "Den här nyckeln ger inte tillgång till detta.",
        En: "This key does not open this.");
}
