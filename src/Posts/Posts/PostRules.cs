using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>What can be said of a form before anything is asked of the database, field by field. The entity keeps the same rules.</summary>
internal static class PostRules
{
    /// <param name="stands">The deadline that the post has already: it may be behind us, a new one may not.</param>
    public static Fault? Check(PostInput input, PostTimes times, DateTime? stands, DateTime now)
    {
        if (input.Title.Length > Post.LongestTitle) return new("title", PostText.TitleTooLong);
        if (input.Body.Length > Post.LongestBody) return new("body", PostText.BodyTooLong);
        if (string.IsNullOrWhiteSpace(input.Title) && string.IsNullOrWhiteSpace(input.Body) && input.Files.Count == 0) return new("body", PostText.NothingToPublish);
        if (times.MustReadUntil is { } until && until != stands && until <= now) return new("mustday", PostText.DeadlinePassed);
        return null;
    }
}
