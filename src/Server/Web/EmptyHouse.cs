using Tupa.Access;
using Tupa.Kernel;
using Tupa.Server.Web;
using Page = Tupa.Ui.Page;

namespace Tupa.Server;

/// <summary>While nobody has an account, the front page says how the first operator is made. Once somebody has, it costs nothing.</summary>
internal static class EmptyHouse
{
    private const string Path = "/first-operator";

    /// <summary>Before routing.</summary>
    public static void UseEmptyHouse(this WebApplication app)
    {
        var lived = false;
        app.Use(async (http, next) =>
        {
            if (!lived && IsFront(http.Request))
            {
                lived = !await http.RequestServices.GetRequiredService<FirstOperator>().IsNeededAsync(http.RequestAborted);
                if (!lived) http.Request.Path = Path;
            }

            await next(http);
        });
        app.MapGet(Path, ShowAsync).ForVisitors();
    }

    private static async Task<IResult> ShowAsync(FirstOperator first, CancellationToken stop) =>
        await first.IsNeededAsync(stop) ? Page.Shown<FirstOperatorPage>() : Page.SeeOther("/");

    // Whoever holds a session has an account.
    private static bool IsFront(HttpRequest request) =>
        request.Path == "/" && HttpMethods.IsGet(request.Method) && !request.Cookies.ContainsKey("tupa") && !request.Cookies.ContainsKey("__Host-tupa");
}
