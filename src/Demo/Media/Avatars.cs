using System.Globalization;
using System.Text;

namespace Tupa.Demo;

/// <summary>What people in the town have as their own picture: thirty-six drawn faces of nobody, and views of the town.</summary>
internal static class Avatars
{
    /// <summary>What a person would rather show than a face.</summary>
    public static readonly IReadOnlyList<string> Views =
        [.. PictureBook.All.Where(p => p.Tags.Split(' ') is { } tags && (tags.Contains("jarvi") || tags.Contains("metsa") || tags.Contains("silta") || tags.Contains("villa"))).Select(p => p.File)];

    private static readonly string[] Backs = ["#d8e6df", "#f3e2cf", "#dfe3ef", "#efdfe3", "#e6ead2", "#d6e4ec", "#f1e6c8", "#e4dcea"];
    private static readonly string[] Skins = ["#f0cdb0", "#f6d8c0", "#e3b48f", "#c98f66", "#8d5a3b", "#6f4630", "#f2d2b8", "#eac3a2"];
    private static readonly string[] Hairs = ["#7a4a26", "#2b211c", "#c79a4a", "#a5552b", "#9a9a98", "#e3c988", "#4a3226", "#d8d4cc"];
    private static readonly string[] DarkHairs = ["#2b211c", "#3a2a22", "#1f1a18", "#8f8f8d"];
    private static readonly string[] Coats = ["#12524e", "#23466b", "#8a3b30", "#6b4a7a", "#3c5f12", "#8a4b00", "#39424a", "#a01530"];

    /// <summary>Short hair, perhaps a beard: two of every six. The rest have long hair.</summary>
    public static int Fitting(Dice dice, bool shortHair)
    {
        var six = dice.Below(DemoMedia.AvatarCount / 6) * 6;
        return six + (shortHair ? 4 + dice.Below(2) : dice.Below(4));
    }

    /// <summary>The face, or for one in five a view: their numbers follow those of the faces.</summary>
    public static int FaceOrView(Dice dice, int face) => dice.Falls(0.2) ? DemoMedia.AvatarCount + dice.Below(Views.Count) : face;

    public static string Draw(int number)
    {
        var dice = new Dice(9_000UL + (ulong)number);
        var skin = dice.Pick(Skins);
        var hair = dice.Pick(skin is "#8d5a3b" or "#6f4630" or "#c98f66" ? DarkHairs : Hairs);
        var coat = dice.Pick(Coats);
        var d = new StringBuilder();
        d.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"256\" height=\"256\" viewBox=\"0 0 100 100\">");
        d.Append(CultureInfo.InvariantCulture, $"<rect width=\"100\" height=\"100\" fill=\"{dice.Pick(Backs)}\"/>");
        var style = number % 6;
        d.Append(Behind(style, hair));
        d.Append(CultureInfo.InvariantCulture, $"<path d=\"M16 104q0-28 34-28t34 28z\" fill=\"{coat}\"/><path d=\"M43 62h14v14q-7 8-14 0z\" fill=\"{skin}\"/>");
        d.Append("<path d=\"M43 66q7 6 14 0v4q-7 6-14 0z\" opacity=\".13\"/>");
        if (dice.Falls(0.4)) d.Append("<path d=\"M40 75l10 11 10-11 5 3-15 17-15-17z\" fill=\"#fff\" opacity=\".85\"/>");
        d.Append(CultureInfo.InvariantCulture, $"<ellipse cx=\"50\" cy=\"46\" rx=\"{17 + dice.Part() * 2:0.#}\" ry=\"{20 + dice.Part() * 2:0.#}\" fill=\"{skin}\"/>");
        if (style >= 4 && dice.Falls(0.5)) d.Append(CultureInfo.InvariantCulture, $"<path d=\"M32 50q1 20 18 20t18-20q-4 8-9 8-9-3-18 0-5 0-9-8z\" fill=\"{hair}\" opacity=\".92\"/>");
        d.Append(Fringe(style, hair));
        d.Append("<g fill=\"#2b211c\"><circle cx=\"43\" cy=\"46\" r=\"1.9\"/><circle cx=\"57\" cy=\"46\" r=\"1.9\"/></g>");
        d.Append(CultureInfo.InvariantCulture, $"<path d=\"M39 41q4-3 8-1M53 40q4-2 8 1\" stroke=\"{hair}\" stroke-width=\"1.6\" fill=\"none\" stroke-linecap=\"round\"/>");
        if (dice.Falls(0.33)) d.Append("<g fill=\"none\" stroke=\"#2b3a42\" stroke-width=\"1.5\"><circle cx=\"43\" cy=\"46\" r=\"5.6\"/><circle cx=\"57\" cy=\"46\" r=\"5.6\"/><path d=\"M48.6 46h2.8M37.4 45l-5-1M62.6 45l5-1\"/></g>");
        d.Append(CultureInfo.InvariantCulture, $"<path d=\"M45 56q5 {dice.Between(3, 6)} 10 0\" stroke=\"#8d4b3a\" stroke-width=\"1.8\" fill=\"none\" stroke-linecap=\"round\"/>");
        d.Append("<circle cx=\"38\" cy=\"53\" r=\"3\" fill=\"#d9705a\" opacity=\".16\"/><circle cx=\"62\" cy=\"53\" r=\"3\" fill=\"#d9705a\" opacity=\".16\"/></svg>");
        return d.ToString();
    }

    private static string Behind(int style, string hair) => style switch
    {
        0 => $"<path d=\"M26 46q-4-32 24-32t24 32v34H26z\" fill=\"{hair}\"/>",
        1 => $"<g fill=\"{hair}\"><circle cx=\"74\" cy=\"40\" r=\"11\"/><circle cx=\"70\" cy=\"53\" r=\"10\"/><circle cx=\"30\" cy=\"53\" r=\"10\"/><circle cx=\"26\" cy=\"40\" r=\"11\"/><circle cx=\"33\" cy=\"26\" r=\"11\"/><circle cx=\"50\" cy=\"19\" r=\"12\"/><circle cx=\"67\" cy=\"26\" r=\"11\"/></g>",
        2 => $"<circle cx=\"50\" cy=\"14\" r=\"9\" fill=\"{hair}\"/><path d=\"M30 46q-1-26 20-26t20 26z\" fill=\"{hair}\"/>",
        3 => $"<path d=\"M29 50q-3-34 21-34t21 34l2 12q-8 4-10-4H37q-2 8-10 4z\" fill=\"{hair}\"/>",
        _ => "",
    };

    private static string Fringe(int style, string hair) => style switch
    {
        0 => $"<path d=\"M30 44q2-24 20-24t20 24q-6-14-20-15-14 1-20 15z\" fill=\"{hair}\"/>",
        1 => $"<path d=\"M32 40q2-20 18-20t18 20q-8-9-18-9t-18 9z\" fill=\"{hair}\"/>",
        2 => $"<path d=\"M31 42q3-21 19-21t19 21q-9-12-19-12t-19 12z\" fill=\"{hair}\"/>",
        3 => $"<path d=\"M31 44q0-22 19-22t19 22q-2-10-8-13-12 6-26 3-3 4-4 10z\" fill=\"{hair}\"/>",
        4 => $"<path d=\"M31 44q-3-25 19-25t19 25q-2-9-5-12-14 1-22-5-7 6-11 17z\" fill=\"{hair}\"/>",
        _ => $"<path d=\"M32 40q1-18 18-18t18 18q-3-7-6-9H38q-4 3-6 9z\" fill=\"{hair}\" opacity=\".85\"/>",
    };
}
