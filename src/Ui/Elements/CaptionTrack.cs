namespace Tupa.Ui.Elements;

/// <param name="Language">"fi", "sv" or "en".</param>
public sealed record CaptionTrack(string Src, string Language);
