"""Which process runs an audit, and whether it still lives."""

import os
import socket

import psutil


def this_process() -> str:
    """The name of this process: host, number and time of birth, which no other process ever has."""
    return f"{socket.gethostname()} {os.getpid()} {psutil.Process().create_time():.2f}"


def lives(runner: str) -> bool:
    """Whether the process of this name may still be at work; one of another host is believed to be."""
    try:
        host, pid, born = runner.rsplit(" ", 2)
        if host != socket.gethostname():
            return True
        process = psutil.Process(int(pid))
        return f"{process.create_time():.2f}" == born and process.status() != psutil.STATUS_ZOMBIE
    except (ValueError, psutil.Error):
        return False
