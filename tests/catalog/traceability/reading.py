"""Read a page as a person would."""

from bs4 import BeautifulSoup


def see(client, path, **headers):
    answer = client.get(f"{path}{'&' if '?' in path else '?'}lang=en", headers=headers)
    return answer, BeautifulSoup(answer.content, "html.parser")


def words(page):
    return " ".join(page.get_text(" ").split())
