namespace Tupa.Demo;

/// <summary>The colours of one light and season.</summary>
internal sealed record Palette(
    string[] Sky, string Sun, string Far, string Middle, string Near, string[] Water, string Ground, string Path, string[] Leaves, bool Snow, int From = 1, int To = 12)
{
    public static readonly Palette Summer = new(
        ["#8fc3e6", "#d3e9f2", "#fbf3df"], "#fff3c4", "#7fa7a0", "#3f7262", "#1f4a3f", ["#a9d0df", "#4f8fae", "#2c5f7d"],
        "#6f8f4a", "#d9c39a", ["#7fae4a", "#9cc45a", "#5e8f3e", "#b9d36f"], false, 5, 9);

    public static readonly Palette Autumn = new(
        ["#e8b36b", "#f5d9a8", "#fdf0da"], "#ffe3a0", "#a98f6b", "#6d5a3a", "#3a3a2a", ["#e9c48c", "#a27f5c", "#4f4a48"],
        "#a8742f", "#c9a56f", ["#e0922f", "#c9541f", "#f0bd4a", "#a83a1c", "#d8a13a"], false, 9, 11);

    public static readonly Palette Winter = new(
        ["#9db9d8", "#d6e2ee", "#fbe6dc"], "#ffe9cf", "#9fb3c6", "#5c7890", "#27424f", ["#dbe7f0", "#b5cadb", "#8faac2"],
        "#e9f0f5", "#d3dfe8", ["#e9f0f5", "#cfdce6", "#b9c9d6"], true, 11, 4);

    public static readonly Palette Dusk = new(
        ["#2f3f73", "#a35f83", "#f5a76c"], "#ffd7a0", "#5f4a72", "#372f52", "#1a1a30", ["#e29a78", "#7a4f78", "#272a4f"],
        "#3a3350", "#6d5572", ["#5c4a5e", "#7a5a5a", "#44395a"], false);

    public static readonly Palette Spring = new(
        ["#b8d9ea", "#e5f1ef", "#fffbe9"], "#fffbe0", "#9cb8a8", "#5f8a6c", "#355c48", ["#cfe5ea", "#86b3c2", "#47788f"],
        "#93a95a", "#dccfae", ["#a8cf6a", "#c6e08a", "#86b95a", "#e7f0b0"], false, 4, 6);

    /// <summary>Things indoors and on paper, which have no season.</summary>
    public static readonly Palette Indoors = Summer with { From = 1, To = 12 };

    public bool Fits(int month) => From <= To ? month >= From && month <= To : month >= From || month <= To;
}
